import { type Config, ConfigError } from '../config.ts'
import { refuseIfServed } from '../db/launcher/serve-lock.ts'
import { loadLean } from '../lib/load-lean.ts'

/** A terminal and its npm may pass on one Ctrl+C several times; what comes later is meant. */
const sameWishMs = 1000

/** Serves until a signal comes, then ends in order; a second signal ends at once. */
export async function serve(config: Config): Promise<void> {
  if (config.databaseUrl === undefined) refuseIfServed(config.dataFolder)
  const stopped = new Promise<void>((resolve) => {
    let askedAt = 0
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (askedAt !== 0 && Date.now() - askedAt > sameWishMs) process.exit(130)
        askedAt ||= Date.now()
        resolve()
      })
    }
  })
  const { startApp } = await loadLean(() => import('../app.ts'))
  const app = await startApp(config, (sentence) => console.log(sentence)).catch((cause: unknown) => {
    throw explained(cause, config)
  })
  if (app.setUpUrl !== null) console.log(`Make your workspace with this one-time link: ${app.setUpUrl}`)
  console.log(`Earshot is ready: ${config.publicUrl ?? app.url}`)
  await stopped
  console.log('Earshot is stopping: what is in hand is finished first.')
  await app.stop()
  console.log('Earshot has stopped.')
}

function explained(cause: unknown, { host, port }: Config): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'EADDRINUSE') {
    return new ConfigError(
      `Port ${port} on ${host} is taken by another program. Stop it, or choose one: --port ${port + 1}`,
    )
  }
  if (code === 'EACCES')
    return new ConfigError(`This user may not open port ${port}. Choose one above 1023: --port 4400`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new ConfigError(`HOST is "${host}", which is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all.`)
  }
  return cause
}
