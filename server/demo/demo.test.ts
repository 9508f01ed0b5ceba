import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { sql } from 'kysely'
import { testDatabase } from '../../tests/database.ts'
import { aWorkspace } from '../../tests/factories.ts'
import { makeKeyring } from '../access/seal.ts'
import { makeSignIn } from '../access/sign-in.ts'
import { readConfig } from '../config.ts'
import { connectors } from '../connectors/registry.ts'
import { chanceFor } from '../connectors/sample/chance.ts'
import { listWorkspaces } from '../db/outside-workspace.ts'
import { workIn } from '../db/workspace.ts'
import { makeOutsideFetch } from '../lib/fetch.ts'
import { makeOutsideSocket } from '../lib/open-socket.ts'
import { channelFacts } from '../listen/channels/channel-facts.ts'
import { setLogLevel } from '../log.ts'
import { turns } from '../model/turn.ts'
import { startRoles } from '../start-roles.ts'
import { owner } from './company.ts'
import type { Desk } from './desk.ts'
import { moveDemo } from './move-demo.ts'
import { openDemo } from './open-demo.ts'

const db = await testDatabase()
const strangersDb = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'earshot-demo-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const door = { allowLoopback: false, userAgent: 'Earshot/test' }
const keyring = makeKeyring([Buffer.alloc(32, 7)])
const channels = {
  connectors,
  keyring,
  fetch: makeOutsideFetch(door),
  openSocket: makeOutsideSocket(door),
}
const config = readConfig({ data: folder }, {})

/** A whole start with --demo, without the web: runs until `until` holds for what it said. */
async function runDemo(until: (said: string) => boolean): Promise<string> {
  const said: string[] = []
  const roles = startRoles({ db, config, channels })
  const bell = setInterval(() => roles.hear(undefined), 100)
  const demo = await openDemo({ db, config, channels, say: (sentence) => said.push(sentence) })
  demo?.start('http://127.0.0.1:4400')
  await vi.waitFor(() => expect(until(said.join('\n')), said.join('\n')).toBe(true), { timeout: 50_000, interval: 100 })
  clearInterval(bell)
  await demo?.stop()
  await roles.stop()
  return said.join('\n')
}

async function openDesk(): Promise<Desk> {
  const [workspace] = await listWorkspaces(db)
  const work = workIn(db, workspace!.id)
  const { id } = await work((tx) =>
    tx.selectFrom('colleague').select('id').where('email', '=', owner.email).executeTakeFirstOrThrow(),
  )
  return { workspaceId: workspace!.id, ownerId: id, work, factsOf: (channel) => channelFacts(channels, channel) }
}

const rowsOf = async <Row>(question: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  (await openDesk()).work(async (tx) => (await question.execute(tx)).rows)

const countAll = () =>
  rowsOf(sql<{ name: string; count: number }>`
    select 'colleague' as name, count(*)::int as count from colleague union all select 'topic', count(*) from topic
    union all select 'rule', count(*) from rule union all select 'channel', count(*) from channel
    union all select 'ending', count(*) from ending union all select 'promise', count(*) from promise
    union all select 'note or reply', count(*) from message where colleague_id is not null
    union all select 'assigned', count(*) from event where name = 'conversation.assigned'`)

let firstSaid = ''
beforeAll(async () => {
  setLogLevel('silent')
  firstSaid = await runDemo((said) => said.includes('is filled'))
}, 60_000)

describe('an empty store', () => {
  test('ends with conversations in every turn, worked on by everybody', async () => {
    const found = await rowsOf(sql<{ turn: string; count: number }>`
      select turn, count(*)::int as count from conversation group by turn`)
    const counts = Object.fromEntries(found.map(({ turn, count }) => [turn, count]))
    for (const turn of turns) expect(counts[turn], turn).toBeGreaterThanOrEqual(3)
    const [facts] = await rowsOf(sql<Record<string, number>>`select
      (select count(distinct colleague_id)::int from message where direction = 'out' and text is not null) as speakers,
      (select count(*)::int from message where direction = 'note') as notes,
      (select count(*)::int from promise) as promises, (select count(*)::int from snooze) as snoozes,
      (select count(distinct reason)::int from set_aside) as reasons,
      (select count(*)::int from shelved_post) as shelved,
      (select count(*)::int from conversation join colleague on colleague.id = assignee_id
        where email = ${owner.email} and turn = 'ours') as mine`)
    expect(facts).toMatchObject({ promises: 1, snoozes: 1, reasons: 4, shelved: 0 })
    expect(facts!['speakers']).toBeGreaterThan(1)
    expect(facts!['notes']).toBeGreaterThan(3)
    expect(facts!['mine']).toBeGreaterThanOrEqual(3)
  })

  test('has evidence for every end: a message, a tap, a stated wish', async () => {
    const evidence = await rowsOf(sql<{ by_message: boolean; by_tap: boolean; by_word: boolean }>`
      select message_id is not null as by_message, tap_id is not null as by_tap, stated_words is not null as by_word
      from conversation left join ending on ending.id = ending_id where turn = 'ended'`)
    for (const one of evidence) expect(Object.values(one).filter(Boolean)).toHaveLength(1)
    for (const kind of [0, 1, 2])
      expect(
        evidence.some((one) => Object.values(one)[kind]),
        `evidence ${kind}`,
      ).toBe(true)
  })

  test('says how to sign in, with a password of this store that only its owner can read', async () => {
    const file = join(folder, 'demo-password')
    const password = (await readFile(file, 'utf8')).trim()
    expect(firstSaid).toContain(`password  ${password}`)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const signIn = makeSignIn({ db, keyring, url: 'http://127.0.0.1:4400' })
    expect(await signIn.enter(owner.email, password, new Headers())).not.toBeNull()
  })
})

test('a second start says the same password and makes nothing twice', async () => {
  const before = await countAll()
  const said = await runDemo((words) => words.includes('password'))
  expect(said).toBe(firstSaid.split(/\n(?=Fjordbrew is filled)/)[0])
  expect(await countAll()).toEqual(before)
})

test('what the person who looks around has is never touched, whatever the colleagues do', async () => {
  const desk = await openDesk()
  const mine = () =>
    rowsOf(sql`select conversation.id, turn, assignee_id, message_count, last_message_id from conversation
      where assignee_id = ${desk.ownerId} or exists (select from message where conversation_id = conversation.id
        and colleague_id = ${desk.ownerId}) order by 1`)
  const before = await mine()
  expect(before.length).toBeGreaterThan(2)
  const acts = await countAll()
  const chance = chanceFor('a day of work')
  for (let step = 0; step < 60; step++) await moveDemo(desk, chance)
  expect(await mine()).toEqual(before)
  expect(await countAll()).not.toEqual(acts)
})

test('a store with another workspace is left alone, and that is said', async () => {
  await aWorkspace(strangersDb, 'Acme')
  const said: string[] = []
  expect(await openDemo({ db: strangersDb, config, channels, say: (sentence) => said.push(sentence) })).toBeUndefined()
  expect(said.join()).toMatch(/holds a workspace already, so nothing was invented/)
  expect(await listWorkspaces(strangersDb)).toEqual([expect.objectContaining({ name: 'Acme' })])
})
