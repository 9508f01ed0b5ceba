import { accessSync, chmodSync, constants, cpSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'
import { closedFolder } from './closed-folder.ts'
import type { Binaries } from './find-binaries.ts'
import { missingLinks, recreateLinks } from './recreate-links.ts'

/**
 * Makes our own PostgreSQL runnable by the account: its library links are there, and the account can reach it;
 * otherwise it is copied beside the store.
 */
export function prepareBinaries(candidates: Binaries[], place: string, account: Account | undefined): Binaries[] {
  return candidates.map(({ native, bin }) => {
    if (!native) return { native, bin }
    const ready = isReachable(native, account) && linksAreThere(native) ? native : copyBeside(native, place)
    return { native: ready, bin: join(ready, 'bin') }
  })
}

function isReachable(native: string, account: Account | undefined): boolean {
  if (!account) return true
  const worldMayRun = (statSync(join(native, 'bin', 'postgres')).mode & 0o005) === 0o005
  return worldMayRun && closedFolder(join(native, 'bin'), account) === undefined
}

function linksAreThere(native: string): boolean {
  if (missingLinks(native).length === 0) return true
  try {
    accessSync(join(native, 'lib'), constants.W_OK)
  } catch {
    return false
  }
  recreateLinks(native)
  return true
}

function copyBeside(native: string, place: string): string {
  const copy = join(place, 'postgresql')
  const source = statSync(join(native, 'bin', 'postgres'))
  const target = statSync(join(copy, 'bin', 'postgres'), { throwIfNoEntry: false })
  if (target && target.size === source.size && target.mtimeMs >= source.mtimeMs) return copy
  const halfMade = `${copy}.copying`
  rmSync(halfMade, { recursive: true, force: true })
  cpSync(native, halfMade, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })
  recreateLinks(halfMade)
  openToAll(halfMade)
  if (existsSync(copy)) rmSync(copy, { recursive: true })
  renameSync(halfMade, copy)
  return copy
}

/** A strict umask at install time leaves programs that only their owner may run. */
function openToAll(copy: string): void {
  for (const folder of ['.', 'bin', 'lib', 'lib/postgresql', 'share', 'share/postgresql']) {
    const path = join(copy, folder)
    if (existsSync(path)) chmodSync(path, 0o755)
  }
  for (const program of ['postgres', 'initdb']) chmodSync(join(copy, 'bin', program), 0o755)
}
