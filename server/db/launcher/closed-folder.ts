import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Account } from './account.ts'

/** The first folder on the way to `path` that this account may not pass through, or `undefined` when the way is open. */
export function closedFolder(path: string, account: Account | undefined): string | undefined {
  if (!account) return undefined
  return foldersTo(path).find((folder) => !mayPass(folder, account))
}

function foldersTo(path: string): string[] {
  const folders: string[] = []
  let folder = resolve(path)
  while (!existsSync(folder)) folder = dirname(folder)
  folder = realpathSync(folder)
  while (true) {
    folders.unshift(folder)
    if (folder === dirname(folder)) return folders
    folder = dirname(folder)
  }
}

function mayPass(folder: string, account: Account): boolean {
  const { mode, uid, gid } = statSync(folder)
  if (uid === account.uid) return (mode & 0o100) !== 0
  if (gid === account.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}
