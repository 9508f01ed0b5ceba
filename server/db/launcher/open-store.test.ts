import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { accountForServer } from './account.ts'
import { clusterIn } from './cluster-folder.ts'
import { livingServer, stopServer } from './living-server.ts'
import { joinStore, openStore, type Store } from './open-store.ts'
import { readRecord } from './store-record.ts'

let folder = ''
let dataFolder = ''
let opened: Store[] = []
let children: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-store-'))
  chmodSync(folder, 0o755)
  dataFolder = join(folder, 'data')
  opened = []
  children = []
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const store of opened.toReversed()) await store.stop()
  const server = serverHere()
  if (server) await stopServer(server)
  const record = readRecord(dataFolder)
  if (record && record.place !== dataFolder) rmSync(record.place, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

const said: string[] = []
function options() {
  said.length = 0
  return { dataFolder, say: (sentence: string) => void said.push(sentence) }
}

async function open(): Promise<Store> {
  const store = await openStore(options())
  opened.push(store)
  return store
}

function serverHere() {
  const record = readRecord(dataFolder)
  const cluster = record && clusterIn(record.place)
  return cluster && livingServer(cluster.folder)
}

/** Asks one question on a connection of its own, trying again while the server comes back. */
async function ask<Row>(store: Store, question: ReturnType<typeof sql<Row>>, seconds = 10): Promise<Row[]> {
  const until = Date.now() + seconds * 1000
  while (true) {
    const db = openDatabase(store.connection, 1)
    try {
      return (await question.execute(db.kysely)).rows
    } catch (problem) {
      if (Date.now() > until) throw problem
      await wait(100)
    } finally {
      await db.close()
    }
  }
}

/** A process of its own that serves the data folder, and says `open` when it does. */
async function serveElsewhere(): Promise<ChildProcess> {
  const script = `
    import { openStore } from ${JSON.stringify(join(import.meta.dirname, 'open-store.ts'))}
    await openStore({ dataFolder: ${JSON.stringify(dataFolder)}, say: () => {} })
    console.log('open')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)))
  })
  return child
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGKILL')
  await gone
}

const keepWord = sql`create table kept (word text)`
const writeWord = sql`insert into kept values ('acknowledged')`
const readWords = sql<{ word: string }>`select word from kept`

describe('the embedded store', () => {
  test('a first start makes it, a second one finds what was kept', async () => {
    const first = await openStore(options())
    await ask(first, keepWord)
    await ask(first, writeWord)
    await first.stop()
    expect(serverHere()).toBeUndefined()
    expect(await ask(await open(), readWords)).toEqual([{ word: 'acknowledged' }])
  })

  test('it takes any script, flushes to disk, and listens to no network', async () => {
    const store = await open()
    const [row] = await ask(
      store,
      sql<
        Record<string, string>
      >`select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
        current_setting('listen_addresses') as listens, current_setting('TimeZone') as zone, '漢字 ñ'::text as text`,
    )
    expect(row).toEqual({ encoding: 'UTF8', fsync: 'on', listens: '', zone: 'UTC', text: '漢字 ñ' })
  })

  test('a second Earshot on the same folder is refused in words within two seconds', async () => {
    await open()
    const began = Date.now()
    await expect(openStore(options())).rejects.toThrow(/already runs on the data folder .*data \(process \d+\)/)
    expect(Date.now() - began).toBeLessThan(2000)
  })

  test('another command joins a running one, and leaves it running', async () => {
    const store = await open()
    await ask(store, keepWord)
    const joined = await joinStore(options())
    expect(await ask(joined, readWords)).toEqual([])
    await joined.stop()
    expect(await ask(store, readWords)).toEqual([])
  })

  test('a command alone starts it for its own time', async () => {
    const joined = await joinStore(options())
    expect(serverHere()).toBeDefined()
    await joined.stop()
    expect(serverHere()).toBeUndefined()
  })

  test('two first starts at once make one store', async () => {
    const [one, two] = await Promise.all([joinStore(options()), joinStore(options())])
    opened.push(one, two)
    expect(one.connection).toEqual(two.connection)
    await ask(one, keepWord)
    expect(await ask(two, readWords)).toEqual([])
  })
})

describe('after a kill', () => {
  test('of Earshot, its server is adopted with everything acknowledged, at once', async () => {
    const child = await serveElsewhere()
    const joined = await joinStore(options())
    await ask(joined, keepWord)
    await ask(joined, writeWord)
    const before = serverHere()?.pid
    await killed(child)
    const began = Date.now()
    const store = await open()
    expect(Date.now() - began).toBeLessThan(2000)
    expect(serverHere()?.pid).toBe(before)
    expect(await ask(store, readWords)).toEqual([{ word: 'acknowledged' }])
  })

  test('of the server under Earshot, it comes back by itself under the same address', async () => {
    const store = await open()
    await ask(store, keepWord)
    await ask(store, writeWord)
    const before = serverHere()?.pid ?? 0
    process.kill(before, 'SIGKILL')
    expect(await ask(store, readWords, 30)).toEqual([{ word: 'acknowledged' }])
    expect(serverHere()?.pid).not.toBe(before)
    expect(said.join(' ')).toContain('stopped unexpectedly')
  }, 40_000)

  test('of both, the next start loses nothing and needs no repair', async () => {
    const child = await serveElsewhere()
    const joined = await joinStore(options())
    await ask(joined, keepWord)
    await ask(joined, writeWord)
    const server = serverHere()
    await killed(child)
    process.kill(server?.pid ?? 0, 'SIGKILL')
    expect(await ask(await open(), readWords)).toEqual([{ word: 'acknowledged' }])
  }, 40_000)

  test('in the middle of a first start, the next one starts clean', async () => {
    const child = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { openStore } from ${JSON.stringify(join(import.meta.dirname, 'open-store.ts'))}
         await openStore({ dataFolder: ${JSON.stringify(dataFolder)}, say: () => {} })`,
      ],
      { stdio: 'ignore' },
    )
    children.push(child)
    const halfMade = () => existsSync(dataFolder) && readdirSync(dataFolder).some((name) => name.includes('.init-'))
    const until = Date.now() + 10_000
    while (!halfMade() && Date.now() < until) await wait(2)
    await killed(child)
    expect(clusterIn(dataFolder)).toBeUndefined()
    await ask(await open(), keepWord)
    expect(halfMade()).toBe(false)
  }, 40_000)
})

describe('what an earlier run left behind', () => {
  test('a lock of a process that is gone, or whose number another process has now, does not stop anybody', async () => {
    mkdirSync(dataFolder, { recursive: true })
    writeFileSync(join(dataFolder, 'serve.lock'), JSON.stringify({ pid: process.pid, began: '1' }))
    writeFileSync(join(dataFolder, 'start.lock'), JSON.stringify({ pid: 4_000_000, began: '1' }))
    await open()
    expect(JSON.parse(readFileSync(join(dataFolder, 'serve.lock'), 'utf8'))).toMatchObject({ pid: process.pid })
  })

  test("PostgreSQL's own note with the number of a living stranger is not believed", async () => {
    await (await openStore(options())).stop()
    const cluster = clusterIn(readRecord(dataFolder)?.place ?? '')?.folder ?? ''
    const stranger = spawn('sleep', ['60'], accountForServer())
    children.push(stranger)
    writeFileSync(join(cluster, 'postmaster.pid'), `${stranger.pid}\n${cluster}\n1\n5432\n/tmp\n\n1 1\nready\n`)
    await ask(await open(), keepWord)
    expect(stranger.exitCode).toBeNull()
  }, 40_000)

  test('a store of another major version is named, with what to do', async () => {
    await (await openStore(options())).stop()
    const cluster = clusterIn(readRecord(dataFolder)?.place ?? '')?.folder ?? ''
    writeFileSync(join(cluster, 'PG_VERSION'), '97\n')
    await expect(openStore(options())).rejects.toThrow(/was made by PostgreSQL 97, but here is only PostgreSQL 1\d/)
  })

  test('a data folder with a path longer than a socket may have works', async () => {
    dataFolder = join(folder, 'a'.repeat(100), 'b'.repeat(100), 'data')
    const store = await open()
    expect(`${store.connection.host}/.s.PGSQL.5432`.length).toBeLessThanOrEqual(107)
    await ask(store, keepWord)
  })
})

describe('as root', () => {
  const isRoot = process.getuid?.() === 0

  test.skipIf(!isRoot)(
    'a data folder that the server may not enter gets its store elsewhere, which is said (needs root)',
    async () => {
      chmodSync(folder, 0o700)
      const first = await openStore(options())
      const place = readRecord(dataFolder)?.place
      expect(place).toMatch(/^\/var\/lib\/earshot\/[0-9a-f]{16}$/)
      expect(said.join(' ')).toContain(`The store is kept in ${place}`)
      await ask(first, keepWord)
      await first.stop()
      expect(await ask(await open(), readWords)).toEqual([])
    },
    40_000,
  )

  test.skipIf(!isRoot)(
    'a new checkout at the path of a deleted one starts empty; the old store is put aside, not lost (needs root)',
    async () => {
      chmodSync(folder, 0o700)
      const first = await openStore(options())
      await ask(first, keepWord)
      await first.stop()
      rmSync(dataFolder, { recursive: true })
      const second = await open()
      await expect(ask(second, readWords, 0)).rejects.toThrow('does not exist')
      const aside = /put aside in (\S+)\./.exec(said.join(' '))?.[1] ?? ''
      expect(clusterIn(aside)).toBeDefined()
      rmSync(aside, { recursive: true })
    },
    40_000,
  )

  test.skipIf(!isRoot)(
    'a store that the server may no longer enter is named, with what to do (needs root)',
    async () => {
      await (await openStore(options())).stop()
      chmodSync(folder, 0o700)
      await expect(openStore(options())).rejects.toThrow(`chmod o+x ${folder}`)
    },
  )
})
