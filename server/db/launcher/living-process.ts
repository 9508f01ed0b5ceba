import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/**
 * When a process began, as the system writes it, or `undefined` when no such process lives. Together with the number
 * it names one process for good: numbers are given again, this pair is not.
 */
export function processBeganAt(pid: number): string | undefined {
  if (process.platform !== 'linux') return askPs(pid, 'lstart=')
  const fields = readProc(pid, 'stat')?.split(') ').at(-1)?.split(' ')
  const [state] = fields ?? []
  if (!fields || state === 'Z' || state === 'X') return undefined
  return fields[19]
}

/** The command line of a living process with spaces between its words; empty when it is gone. */
export function commandLine(pid: number): string {
  if (process.platform !== 'linux') return askPs(pid, 'command=') ?? ''
  return readProc(pid, 'cmdline')?.replaceAll('\0', ' ').trim() ?? ''
}

/** The folder a process works in, where the system tells. */
export function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return undefined
  }
}

function askPs(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}
