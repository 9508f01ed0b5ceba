import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './install.mjs'

/** Becomes Earshot: in this process when it is the right Node already, else in one whose signals and end we pass on. */
export async function handOver(node, args) {
  const main = join(root, 'server', 'main.ts')
  if (realpathSync(node) === realpathSync(process.execPath)) {
    process.argv = [process.execPath, main, ...args]
    await import(pathToFileURL(main).href)
    return
  }
  const child = spawn(node, [main, ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (problem) => {
    console.error(`Node could not be started: ${problem.message}`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => (process.exitCode = code ?? (signal ? 1 : 0)))
}
