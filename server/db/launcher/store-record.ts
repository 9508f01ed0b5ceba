import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const storeRecord = z.object({ id: z.string(), place: z.string(), socketFolder: z.string().nullable() })

/** What the data folder remembers of its store, so that other commands find a running server. */
export interface StoreRecord {
  /** Made with the data folder; tells a new checkout from an older one at the same path. */
  id: string
  /** The folder that holds the store: the data folder itself, or one below /var/lib/earshot. */
  place: string
  /** Where the server's socket is. Short, since the system allows 107 bytes for the path of a socket. */
  socketFolder: string | null
}

export function readRecord(dataFolder: string): StoreRecord | undefined {
  try {
    return storeRecord.parse(JSON.parse(readFileSync(recordPath(dataFolder), 'utf8')))
  } catch {
    return undefined
  }
}

export function writeRecord(dataFolder: string, record: StoreRecord): void {
  const path = recordPath(dataFolder)
  writeFileSync(`${path}.new`, `${JSON.stringify(record, null, 2)}\n`)
  renameSync(`${path}.new`, path)
}

function recordPath(dataFolder: string): string {
  return join(dataFolder, 'store.json')
}
