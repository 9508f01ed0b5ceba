import { chmodSync, existsSync, mkdirSync, rmdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { countOthers } from './ask-server.ts'
import { lockHolder } from './folder-lock.ts'
import { keepRunning } from './keep-running.ts'
import { isLiving, type LivingServer, stopServer } from './living-server.ts'
import { storeUser } from './make-cluster.ts'
import { database, runningServer, startLock, type StoreOptions } from './running-server.ts'
import { serverOf, takeServeLock } from './serve-lock.ts'
import { StoreError } from './store-error.ts'

export interface Store {
  connection: { host: string; port: number; user: string; database: string }
  /** Ends our use of the store; the server ends with its last user. Close your connections first. */
  stop(): Promise<void>
}

/** Opens the store of a data folder for serving: only one process may. A server that stops by itself is started again. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { dataFolder } = prepared(options)
  const lock = takeServeLock(dataFolder)
  try {
    const server = await runningServer({ ...options, dataFolder })
    const watch = keepRunning(server, () => runningServer({ ...options, dataFolder }), options.say)
    return {
      connection: connectionTo(server),
      stop: async () => {
        const current = await watch.stop()
        lock.release()
        await leave(dataFolder, current)
      },
    }
  } catch (problem) {
    lock.release()
    throw problem
  }
}

/** Opens the store for one command: joins a running server, or starts one for as long as it is needed. */
export async function joinStore(options: StoreOptions): Promise<Store> {
  const { dataFolder } = prepared(options)
  const server = await runningServer({ ...options, dataFolder })
  return { connection: connectionTo(server), stop: () => leave(dataFolder, server) }
}

function prepared(options: StoreOptions): StoreOptions {
  const dataFolder = resolve(options.dataFolder)
  if (!existsSync(dataFolder)) {
    try {
      mkdirSync(dataFolder, { recursive: true })
      chmodSync(dataFolder, process.getuid?.() === 0 ? 0o711 : 0o700)
    } catch (cause) {
      throw new StoreError(`The data folder ${dataFolder} cannot be made: ${String(cause)}`, { cause })
    }
  }
  return { ...options, dataFolder }
}

function connectionTo({ socketFolder: host }: LivingServer): Store['connection'] {
  return { host, port: 5432, user: storeUser, database }
}

/** Who leaves last puts out the light. Connections just closed take a moment to go. */
async function leave(dataFolder: string, server: LivingServer): Promise<void> {
  const until = Date.now() + 1000
  while (isLiving(server)) {
    if (serverOf(dataFolder) !== undefined || lockHolder(dataFolder, startLock) !== undefined) return
    const others = await countOthers(server.socketFolder).catch(() => 0)
    if (others === 0) break
    if (Date.now() > until) return
    await wait(50)
  }
  await stopServer(server)
  removeEmpty(server.socketFolder)
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Something is in it, or it is gone: both are fine.
  }
}
