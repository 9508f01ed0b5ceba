import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of one PostgreSQL server. */
export interface Cluster {
  folder: string
  major: number
}

/** The store in this place, newest major first; `undefined` before the first start. */
export function clusterIn(place: string): Cluster | undefined {
  if (!existsSync(place)) return undefined
  const made = readdirSync(place).flatMap((name) => {
    const folder = join(place, name)
    const version = join(folder, 'PG_VERSION')
    return /^pg\d+$/.test(name) && existsSync(version) ? [{ folder, major: Number(readFileSync(version, 'utf8')) }] : []
  })
  return made.toSorted((a, b) => b.major - a.major)[0]
}
