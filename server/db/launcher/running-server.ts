import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { accountForServer } from './account.ts'
import { answers, ensureDatabase } from './ask-server.ts'
import { clusterIn } from './cluster-folder.ts'
import { chooseBinaries, findBinaries } from './find-binaries.ts'
import { takeLock } from './folder-lock.ts'
import { livingServer, type LivingServer } from './living-server.ts'
import { makeCluster } from './make-cluster.ts'
import { prepareBinaries } from './prepare-binaries.ts'
import { socketFolder } from './socket-folder.ts'
import { startServer } from './start-server.ts'
import { StoreError } from './store-error.ts'
import { settlePlace } from './store-place.ts'
import { writeRecord } from './store-record.ts'

export interface StoreOptions {
  dataFolder: string
  /** Told, in sentences, what is being done. */
  say: (sentence: string) => void
  /** Folders to look for a PostgreSQL of the system, as in PATH. */
  searchPath?: string
}

export const startLock = 'start.lock'
export const database = 'earshot'

/** Finds the server of this data folder or starts it, one process at a time. */
export async function runningServer(options: StoreOptions): Promise<LivingServer> {
  const until = Date.now() + 180_000
  while (Date.now() < until) {
    const lock = takeLock(options.dataFolder, startLock)
    if (!('heldBy' in lock)) {
      try {
        const server = await adoptOrStart(options)
        await ensureDatabase(server.socketFolder, database)
        return server
      } finally {
        lock.release()
      }
    }
    await wait(50)
  }
  throw new StoreError(`Another process has been starting the store in ${options.dataFolder} for three minutes.`)
}

async function adoptOrStart({ dataFolder, say, searchPath }: StoreOptions): Promise<LivingServer> {
  const account = accountForServer()
  const record = await settlePlace(dataFolder, account, say)
  const existing = clusterIn(record.place)
  const orphan = existing && (await adopt(existing.folder))
  if (orphan) return orphan
  const candidates = prepareBinaries(findBinaries(searchPath), record.place, account)
  const binaries = chooseBinaries(candidates, existing?.major)
  if (!existing) say(`Making the store (PostgreSQL ${binaries.major}) in ${record.place}.`)
  const cluster = existing ?? (await makeCluster(binaries, record.place, account))
  const folder = socketFolder(record.socketFolder, account)
  writeRecord(dataFolder, { ...record, socketFolder: folder })
  return await startServer({
    binaries,
    cluster: cluster.folder,
    socketFolder: folder,
    logPath: join(dataFolder, 'postgres.log'),
    account,
  })
}

/** A server that runs already, once it answers; `undefined` when there is none or it ends while we wait. */
async function adopt(cluster: string): Promise<LivingServer | undefined> {
  const until = Date.now() + 60_000
  while (Date.now() < until) {
    const server = livingServer(cluster)
    if (!server) return undefined
    if (await answers(server, cluster)) return server
    await wait(50)
  }
  throw new StoreError(`A PostgreSQL server runs on ${cluster}, but has not answered for a minute. See postgres.log.`)
}
