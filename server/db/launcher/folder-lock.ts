import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { processBeganAt } from './living-process.ts'

const holder = z.object({ pid: z.int(), began: z.string() })
type Holder = z.infer<typeof holder>

export interface FolderLock {
  release(): void
}

/**
 * An exclusive lock on a folder, kept in a file that names the process and when it began. A lock whose process is
 * gone, or whose number now belongs to another process, is stale and taken over.
 */
export function takeLock(folder: string, name: string): FolderLock | { heldBy: number } {
  const path = join(folder, name)
  const mine: Holder = { pid: process.pid, began: processBeganAt(process.pid) ?? '' }
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (create(path, mine)) return { release: () => release(path, mine) }
    const seen = read(path)
    if (seen && isAlive(seen)) return { heldBy: seen.pid }
    takeAway(path, seen)
  }
  throw new Error(`${path} changes hands all the time; is another program writing it?`)
}

/** The process that holds the lock right now, if any. */
export function lockHolder(folder: string, name: string): number | undefined {
  const seen = read(join(folder, name))
  return seen && isAlive(seen) ? seen.pid : undefined
}

function create(path: string, mine: Holder): boolean {
  const own = `${path}.${mine.pid}`
  writeFileSync(own, JSON.stringify(mine))
  try {
    linkSync(own, path)
    return true
  } catch (cause) {
    if (existsSync(path)) return false
    throw cause
  } finally {
    rmSync(own, { force: true })
  }
}

/** Renames first, so that of two who see the same stale lock one cannot remove the other's new one unseen. */
function takeAway(path: string, stale: Holder | undefined): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const taken = read(aside)
  if (taken && taken.pid !== stale?.pid && isAlive(taken)) create(path, taken)
  rmSync(aside, { force: true })
}

function release(path: string, mine: Holder): void {
  const seen = read(path)
  if (seen?.pid === mine.pid && seen.began === mine.began) rmSync(path, { force: true })
}

function isAlive({ pid, began }: Holder): boolean {
  return processBeganAt(pid) === began
}

function read(path: string): Holder | undefined {
  try {
    return holder.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}
