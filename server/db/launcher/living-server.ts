import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { commandLine, processBeganAt, workingFolder } from './living-process.ts'

/** A running PostgreSQL server on a store of ours. */
export interface LivingServer {
  pid: number
  began: string
  socketFolder: string
}

/**
 * The server that runs on these files, also one left behind by a killed Earshot. Its own note (`postmaster.pid`) is
 * believed only when that process lives and works on this folder, since process numbers are given again.
 */
export function livingServer(cluster: string): LivingServer | undefined {
  const note = readNote(cluster)
  if (!note || !worksOn(note.pid, cluster)) return undefined
  const began = processBeganAt(note.pid)
  return began && note.socketFolder ? { pid: note.pid, began, socketFolder: note.socketFolder } : undefined
}

/**
 * Takes away a note whose number now belongs to a stranger. PostgreSQL would refuse to start until that one ends; it
 * still finds a server of this folder by its shared memory.
 */
export function removeStaleNote(cluster: string): void {
  const note = readNote(cluster)
  if (note && !worksOn(note.pid, cluster)) rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

function readNote(cluster: string): { pid: number; socketFolder: string } | undefined {
  const path = join(cluster, 'postmaster.pid')
  if (!existsSync(path)) return undefined
  const [first, , , , socketFolder = ''] = readFileSync(path, 'utf8').split('\n')
  return { pid: Number(first), socketFolder }
}

/** A PostgreSQL server works in its data folder and was told it at its start. */
function worksOn(pid: number, cluster: string): boolean {
  return pid > 0 && (commandLine(pid).includes(cluster) || workingFolder(pid) === realpathSync(cluster))
}

export function isLiving({ pid, began }: LivingServer): boolean {
  return processBeganAt(pid) === began
}

/** Ends the server so that everything acknowledged is on disk; after 30 s it is made to end at once (and repairs itself at the next start). */
export async function stopServer(server: LivingServer): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
    ['SIGKILL', 5],
  ] as const) {
    if (!send(server, signal)) return
    const until = Date.now() + seconds * 1000
    while (Date.now() < until) {
      if (!isLiving(server)) return
      await wait(20)
    }
  }
}

function send(server: LivingServer, signal: NodeJS.Signals): boolean {
  if (!isLiving(server)) return false
  try {
    process.kill(server.pid, signal)
    return true
  } catch {
    return false
  }
}
