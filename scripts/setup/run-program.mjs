import { spawn } from 'node:child_process'

/** Runs a program quietly. Gives its exit code and its last words. */
export function runQuietly(program, args, options) {
  return new Promise((resolve) => {
    let said = ''
    const keep = (chunk) => (said = (said + chunk).slice(-4000))
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (problem) => resolve({ code: 127, said: String(problem) }))
    child.on('close', (code) => resolve({ code: code ?? 1, said: said.trim() }))
  })
}

/** Runs a program in sight of the person. Gives its exit code and all that it wrote to standard output. */
export function runOpenly(program, args, options) {
  return new Promise((resolve) => {
    let said = ''
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.on('data', (chunk) => {
      said += chunk
      process.stdout.write(chunk)
    })
    child.on('error', (problem) => resolve({ code: 127, said: String(problem) }))
    child.on('close', (code) => resolve({ code: code ?? 1, said }))
  })
}
