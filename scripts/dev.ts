import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Server and web app with reload, on an invented company. The web app is at the address that Vite prints. */
const root = join(import.meta.dirname, '..')
const commands = [
  [
    '--watch-path=server',
    '--watch-path=contract',
    'server/main.ts',
    'serve',
    '--demo',
    '--data',
    join(root, '.earshot', 'dev'),
  ],
  ['node_modules/vite/bin/vite.js'],
]

const children = commands.map((command) => spawn(process.execPath, command, { cwd: root, stdio: 'inherit' }))
for (const child of children) {
  child.on('exit', (code) => {
    process.exitCode ||= code ?? 1
    for (const other of children) other.kill()
  })
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => children.forEach((child) => child.kill(signal)))
