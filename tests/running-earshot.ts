import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const main = join(root, 'server/main.ts')

/** Earshot itself, in a process of its own on loopback, as somebody would run it. */
export interface RunningEarshot {
  url: string
  folder: string
  child: ChildProcess
  /** The one-time address that makes the workspace, while there is none. */
  setUpUrl: string | null
  /** Runs a command on the same data folder; returns what it prints. */
  command(...words: string[]): string
  /** The store's own address, to look at it from outside. */
  connection(): { host: string; port: number; database: string; user: string }
  /** Seconds until the pipeline has done everything. */
  waitUntilDone(): Promise<number>
  stop(): Promise<void>
  /** Gone at once, without a chance to tidy up. The store it started stays, as an orphan. */
  kill(): Promise<void>
}

export async function runEarshot(
  folder: string,
  { port = 0, words = [] as string[], env = {} } = {},
): Promise<RunningEarshot> {
  const child = spawn(process.execPath, [main, 'serve', '--data', folder, '--port', String(port), ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, EARSHOT_ALLOW_LOOPBACK: '1', ...env },
  })
  const { url, setUpUrl } = await readAddresses(child)
  return {
    url,
    setUpUrl,
    folder,
    child,
    command: (...more) =>
      execFileSync(process.execPath, [main, ...more, '--data', folder], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, ...env },
      }).trim(),
    connection() {
      const { socketFolder } = JSON.parse(readFileSync(join(folder, 'store.json'), 'utf8'))
      return { host: socketFolder, port: 5432, database: 'earshot', user: 'earshot' }
    },
    async waitUntilDone() {
      const begun = performance.now()
      for (;;) {
        const { lagSeconds } = await (await fetch(`${url}/health`)).json()
        if (lagSeconds === 0) return (performance.now() - begun) / 1000
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    },
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

function readAddresses(child: ChildProcess): Promise<{ url: string; setUpUrl: string | null }> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const url = /ready: (http\S+)\n/.exec(said)?.[1]
      if (url) resolve({ url, setUpUrl: /one-time link: (http\S+)\n/.exec(said)?.[1] ?? null })
    })
    child.once('exit', () => reject(new Error(`Earshot ended before it was ready:\n${said}`)))
  })
}
