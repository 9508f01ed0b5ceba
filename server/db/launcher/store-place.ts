import { createHash, randomUUID } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Account } from './account.ts'
import { closedFolder } from './closed-folder.ts'
import { livingServer, stopServer } from './living-server.ts'
import { clusterIn } from './cluster-folder.ts'
import { StoreError } from './store-error.ts'
import { readRecord, type StoreRecord, writeRecord } from './store-record.ts'

const systemPlace = '/var/lib/earshot'

/**
 * Where the store lives: in the data folder, or below /var/lib/earshot when Earshot runs as root and the account that
 * runs PostgreSQL may not enter the data folder. Once decided it stays, and is written into the data folder.
 */
export async function settlePlace(
  dataFolder: string,
  account: Account | undefined,
  say: (sentence: string) => void,
): Promise<StoreRecord> {
  const known = readRecord(dataFolder)
  if (known && existsSync(known.place)) {
    refuseClosed(known.place, account)
    return known
  }
  const closed = closedFolder(dataFolder, account)
  const record = {
    id: known?.id ?? randomUUID(),
    place: closed ? placeElsewhere(dataFolder) : dataFolder,
    socketFolder: null,
  }
  if (closed && account) {
    await claim(record, say)
    say(`The store is kept in ${record.place}: PostgreSQL runs as "${account.name}", who may not enter ${closed}.`)
  }
  writeRecord(dataFolder, record)
  return record
}

function refuseClosed(place: string, account: Account | undefined): void {
  const closed = closedFolder(place, account)
  if (!closed || !account) return
  throw new StoreError(
    `The store is in ${place}, but PostgreSQL runs as "${account.name}", who may no longer enter ${closed}. ` +
      `Let it pass again: chmod o+x ${closed}`,
  )
}

function placeElsewhere(dataFolder: string): string {
  return join(systemPlace, createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 16))
}

/** Makes the folder ours. A store left there by a deleted checkout of the same path is put aside, never taken over. */
async function claim({ id, place }: StoreRecord, say: (sentence: string) => void): Promise<void> {
  const mark = join(place, 'owner')
  if (existsSync(place) && readMark(mark) !== id) {
    const left = clusterIn(place)
    const server = left && livingServer(left.folder)
    if (server) await stopServer(server)
    const aside = `${place}.${new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)}`
    renameSync(place, aside)
    say(`A store of an earlier copy of Earshot at this path was found and put aside in ${aside}.`)
  }
  mkdirSync(place, { recursive: true })
  for (const folder of [systemPlace, place]) chmodSync(folder, 0o755)
  writeFileSync(mark, id)
}

function readMark(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** Makes a folder that belongs to the account that runs PostgreSQL and that nobody else may enter. */
export function ownFolder(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  if (account) chownSync(folder, account.uid, account.gid)
}
