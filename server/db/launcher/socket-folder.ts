import { chmodSync, chownSync, lstatSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from './account.ts'

/** The system's limit for the whole path of a socket. */
const longestPath = 107
const socketName = '.s.PGSQL.5432'

/**
 * A folder for the server's socket that only its account may enter: the one used last, if it is still as we made it,
 * else a new one with a name nobody could guess beforehand.
 */
export function socketFolder(known: string | null, account: Account | undefined): string {
  if (known && isOurs(known, account)) return known
  const base =
    [tmpdir(), '/tmp'].find((folder) => join(folder, 'earshot-XXXXXX', socketName).length <= longestPath) ?? '/tmp'
  const folder = mkdtempSync(join(base, 'earshot-'))
  chmodSync(folder, 0o700)
  if (account) chownSync(folder, account.uid, account.gid)
  return folder
}

function isOurs(folder: string, account: Account | undefined): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  const owner = account?.uid ?? process.getuid?.()
  return found?.isDirectory() === true && found.uid === owner && (found.mode & 0o077) === 0
}
