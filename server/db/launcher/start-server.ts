import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Account } from './account.ts'
import { answers } from './ask-server.ts'
import type { Binaries } from './find-binaries.ts'
import { livingServer, type LivingServer, removeStaleNote } from './living-server.ts'
import { StoreError } from './store-error.ts'

export interface Start {
  binaries: Binaries
  cluster: string
  socketFolder: string
  logPath: string
  account: Account | undefined
}

/** As measured: little memory at rest, no listening address, everything flushed to disk. */
const settings = {
  listen_addresses: '',
  fsync: 'on',
  shared_buffers: '128MB',
  work_mem: '16MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '1GB',
  wal_level: 'replica',
  max_connections: '60',
  max_logical_replication_workers: '0',
  autovacuum_max_workers: '2',
  random_page_cost: '1.1',
  jit: 'off',
  // A young store grows fast: its rows are counted soon, so that questions are planned for what is there.
  autovacuum_naptime: '5s',
  autovacuum_analyze_threshold: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

/** A killed server holds its memory and its note for a moment; then a start is refused and tried again. */
const stillInUse = /lock file "[^"]+" already exists|shared memory block.*still in use|could not create lock file/

const retrySeconds = 15
const answerSeconds = 120

/** Starts PostgreSQL on these files and waits until it answers. It outlives us when we are killed, and is adopted later. */
export async function startServer(start: Start): Promise<LivingServer> {
  turnLog(start.logPath)
  removeStaleNote(start.cluster)
  const until = Date.now() + retrySeconds * 1000
  while (true) {
    const logStart = statSync(start.logPath, { throwIfNoEntry: false })?.size ?? 0
    const server = await tryToStart(start)
    if (server) return server
    const said = readFileSync(start.logPath).subarray(logStart).toString('utf8').trim()
    if (!stillInUse.test(said) || Date.now() > until) throw refusal(start, said)
    await wait(200)
  }
}

async function tryToStart({
  binaries,
  cluster,
  socketFolder,
  logPath,
  account,
}: Start): Promise<LivingServer | undefined> {
  const log = openSync(logPath, 'a', 0o600)
  const options = Object.entries({ ...settings, ...ownSettings(binaries) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const child = spawn(join(binaries.bin, 'postgres'), ['-D', cluster, '-k', socketFolder, ...options], {
    detached: true,
    stdio: ['ignore', log, log],
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' },
    ...(account && { uid: account.uid, gid: account.gid }),
  })
  closeSync(log)
  child.unref()
  const ended = new Promise<'ended'>((resolve) =>
    child.once('exit', () => resolve('ended')).once('error', () => resolve('ended')),
  )
  const until = Date.now() + answerSeconds * 1000
  while (Date.now() < until) {
    const server = livingServer(cluster)
    if (server && server.pid === child.pid && (await answers(server, cluster))) return server
    if ((await Promise.race([ended, wait(20)])) === 'ended') return undefined
  }
  return undefined
}

/** PostgreSQL 18 keeps three reading processes at hand by default; at our size they only cost memory. */
function ownSettings(binaries: Binaries): Record<string, string> {
  return binaries.native ? { io_method: 'sync' } : {}
}

function refusal({ cluster, logPath }: Start, said: string): StoreError {
  const lines = said.split('\n').slice(-6).join('\n')
  return new StoreError(`PostgreSQL does not start on ${cluster}. Its last words (${logPath}):\n${lines}`)
}

/** Keeps the log of one earlier run once it is large. */
function turnLog(logPath: string): void {
  const size = statSync(logPath, { throwIfNoEntry: false })?.size ?? 0
  if (size > 10_000_000) renameSync(logPath, `${logPath}.1`)
}
