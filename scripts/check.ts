import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** What can be known without running it: format, lint, types, dead code, the folder rule. Side by side, said in order. */
const root = join(import.meta.dirname, '..')
const bin = join(root, 'node_modules', '.bin')

const checks: Record<string, string[]> = {
  format: ['oxfmt', '--check', '.'],
  lint: ['oxlint', '--type-aware', '--quiet'],
  types: ['tsc', '-p', '.', '--noEmit'],
  'dead code': ['knip', '--no-progress'],
  'folder rule': ['vitest', 'run', '--config', 'tests/fences/vitest.config.ts'],
}

interface Outcome {
  name: string
  code: number
  said: string
  seconds: number
}

function run(name: string, [program = '', ...options]: string[]): Promise<Outcome> {
  const began = Date.now()
  return new Promise((resolve) => {
    let said = ''
    const child = spawn(join(bin, program), options, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    })
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('error', (problem) => (said += problem.message))
    child.on('close', (code) => resolve({ name, code: code ?? 1, said, seconds: (Date.now() - began) / 1000 }))
  })
}

const outcomes = await Promise.all(Object.entries(checks).map(([name, command]) => run(name, command)))
for (const { name, code, said, seconds } of outcomes) {
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`)
  if (code !== 0) console.log(said.trim().replaceAll(/^/gm, '       '))
}
const failed = outcomes.filter(({ code }) => code !== 0).length
console.log(`${outcomes.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
