import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { startFakeNetwork } from '../../../tests/fake-network.ts'
import { testDatabase } from '../../../tests/database.ts'
import { Problem } from '../../access/problem.ts'
import { rightsOfBundle } from '../../access/rights.ts'
import { makeKeyring } from '../../access/seal.ts'
import type { Who } from '../../access/who.ts'
import { defineConnector, Refusal, SignInNeeded, type Connector } from '../../connectors/connector.ts'
import { inbound } from '../../connectors/inbound/index.ts'
import type { Tx } from '../../db/database.ts'
import { findDoor } from '../../db/outside-workspace.ts'
import { inWorkspace, type Work } from '../../db/workspace.ts'
import { makeOutsideFetch } from '../../lib/fetch.ts'
import { newId } from '../../lib/id.ts'
import { makeOutsideSocket } from '../../lib/open-socket.ts'
import { beginSignIn } from './begin-sign-in.ts'
import { changeChannel } from './change-channel.ts'
import type { ChannelParts } from './channel-parts.ts'
import { createChannel } from './create-channel.ts'
import { hashDoorKey } from './door-key.ts'
import { drawFields } from './draw-fields.ts'
import { finishSignIn } from './finish-sign-in.ts'
import { importOpml } from './import-opml.ts'
import { keepNote } from './keep-note.ts'
import { listChannels, readChannel } from './list-channels.ts'
import { listNotes } from './list-notes.ts'
import { openChannel } from './open-channel.ts'
import { removeChannel } from './remove-channel.ts'
import { retryChannel } from './retry-channel.ts'
import { tryChannel } from './try-channel.ts'

const db = await testDatabase()
const signal = new AbortController().signal
const origin = 'https://earshot.example'

/** A network of nothing but what these tests need: it answers with a list of texts to whoever has the right token. */
const network = await startFakeNetwork(({ path, headers }) => {
  if (path === '/token') return { body: { token: 'good' } }
  if (headers['authorization'] !== 'good') return { status: 401, body: {} }
  return path === '/posts' ? { body: ['first', 'second'] } : { status: 404 }
})
afterAll(() => network.close())

const settings = z.object({
  url: z.url('Write a whole address.').meta({ label: 'Address', placeholder: 'https://…' }),
  token: z.string().min(1).meta({ label: 'Token', secret: true }),
  words: z.array(z.string()).default([]).meta({ label: 'Words' }),
  side: z.enum(['left', 'right']).default('left').meta({ label: 'Side' }),
  renamed: z.boolean().optional().meta({ label: 'Renamed', made: true }),
})
const wire = defineConnector<z.infer<typeof settings>>({
  name: 'wire',
  label: 'Wire',
  about: 'Texts over a wire.',
  settings,
  can: { listens: 'poll', replies: false, privateReplies: false, edits: false, deletions: false, threads: false },
  idSpace: ({ url }) => `wire:${url}`,
  limits: () => ({ textLength: null, replyWindowHours: null }),
  async check(tools) {
    const answer = await tools.fetch(`${tools.settings.url}/posts`, {
      headers: { authorization: tools.settings.token },
    })
    if (answer.status === 401) throw new SignInNeeded('The wire does not know this token.')
    if (answer.status === 404) throw new Refusal('There is no wire at this address.', 'url')
    return { account: 'the wire', notes: ['Wires are slow.'], settings: { ...tools.settings, renamed: true } }
  },
  async *listen(tools) {
    const answer = await tools.fetch(`${tools.settings.url}/posts`, {
      headers: { authorization: tools.settings.token },
    })
    const texts = z.array(z.string()).parse(await answer.json())
    const author = { id: 'mara', handle: 'mara' }
    const heard = texts.map((text) => ({ externalId: text, text, author, createdAt: new Date() }))
    yield { heard: heard.map((post) => ({ kind: 'post' as const, post })), cursor: texts.length }
    return { waitSeconds: 60 }
  },
  signIn: {
    begin: (_tools, ask) => Promise.resolve({ url: `${network.origin}/allow?state=${ask.state}`, kept: ask.settings }),
    async finish(tools, { kept }) {
      const answer = await tools.fetch(`${network.origin}/token`)
      const { token } = z.object({ token: z.string() }).parse(await answer.json())
      return { settings: { ...z.record(z.string(), z.unknown()).parse(kept), token } }
    },
  },
})
const feed: Connector = defineConnector({
  ...wire,
  name: 'feed',
  settings: z.object({ url: z.url().meta({ label: 'Address' }) }),
})

const door = { allowLoopback: true, userAgent: 'Earshot test' }
const parts: ChannelParts = {
  connectors: { wire, inbound, feed },
  keyring: makeKeyring([Buffer.alloc(32, 7)]),
  fetch: makeOutsideFetch(door),
  openSocket: makeOutsideSocket(door),
}

async function aWorkspace() {
  const workspaceId = newId()
  const colleagueId = newId()
  const work: Work = (inside) => inWorkspace(db, workspaceId, inside)
  await work(async (tx: Tx) => {
    await tx.insertInto('workspace').values({ id: workspaceId, name: 'Acme', firstRun: '{}', settings: '{}' }).execute()
    const colleague = { workspaceId, id: colleagueId, accountId: newId(), name: 'Ines', email: 'ines@acme.example' }
    await tx
      .insertInto('colleague')
      .values({ ...colleague, preferences: '{}', leftAt: null })
      .execute()
  })
  const who: Who = {
    workspaceId,
    colleagueId,
    name: 'Ines',
    isOwner: true,
    departmentIds: new Set(),
    leads: new Set(),
    rights: new Set(rightsOfBundle.owner),
    via: 'session',
  }
  return { workspaceId, who, work, ask: { who, work, signal, origin } }
}

async function refusalOf(work: Promise<unknown>): Promise<Problem> {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (thrown instanceof Problem) return thrown
  throw new Error('It was not refused.', { cause: thrown })
}

const good = () => ({ kind: 'wire', name: 'Our wire', settings: { url: network.origin, token: 'good' } })

describe('connecting a channel', () => {
  test('asks the network first, completes the settings, and shows no secret', async () => {
    const { ask, work, who } = await aWorkspace()
    const { id, notes } = await createChannel(parts, ask, good())
    expect(notes).toEqual(['Wires are slow.'])
    const channel = await work((tx) => readChannel(parts, { tx, who, origin }, id))
    expect(channel).toMatchObject({ name: 'Our wire', account: 'the wire', health: { state: 'ok', sentence: '' } })
    expect(channel.settings).toEqual({ url: network.origin, words: [], side: 'left' })
    const opened = await openChannel(db, parts, { workspaceId: who.workspaceId, id }, signal)
    expect(opened.tools.settings).toMatchObject({ token: 'good', renamed: true })
  })

  test.each([
    ['a kind that does not exist', { kind: 'pigeon' }, 'kind', 'There is no channel kind “pigeon”'],
    ['a missing token', { settings: { url: 'https://x.example' } }, 'settings.token', 'Token is missing'],
    ['no address', { settings: { url: 'here', token: 'good' } }, 'settings.url', 'Write a whole address.'],
    [
      'a token that is not accepted',
      { settings: { url: '', token: 'bad' } },
      'settings.token',
      'does not know this token',
    ],
    [
      'a server that is not there',
      { settings: { url: 'http://127.0.0.1:9', token: 'good' } },
      'settings.url',
      'does not answer',
    ],
  ])('refuses %s, and says where', async (_what, wrong, field, sentence) => {
    const { ask, work, who } = await aWorkspace()
    const wanted = { ...good(), ...wrong }
    if ('url' in wanted.settings && wanted.settings.url === '') wanted.settings.url = network.origin
    const problem = await refusalOf(createChannel(parts, ask, wanted))
    expect(problem).toMatchObject({ status: 422, field })
    expect(problem.message).toContain(sentence)
    expect((await work((tx) => listChannels(parts, { tx, who, origin }, { limit: 50 }))).items).toEqual([])
  })

  test('refuses a name that is taken', async () => {
    const { ask } = await aWorkspace()
    await createChannel(parts, ask, good())
    const problem = await refusalOf(createChannel(parts, ask, { ...good(), name: 'OUR WIRE' }))
    expect(problem).toMatchObject({ status: 409, field: 'name' })
  })

  test('where others push makes an address and a secret that is shown once', async () => {
    const { ask, work, who } = await aWorkspace()
    const made = await createChannel(parts, ask, { kind: 'inbound', name: 'Shop', settings: {} })
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const channel = await work((tx) => readChannel(parts, { tx, who, origin }, made.id))
    expect(channel.inboundUrl).toMatch(/^https:\/\/earshot\.example\/in\/[\w-]{43}$/)
    expect(JSON.stringify(channel)).not.toContain(made.secret)
    const found = await findDoor(db, hashDoorKey(channel.inboundUrl!.split('/in/')[1]!))
    expect(found).toMatchObject({ id: made.id, kind: 'inbound' })
    await work((tx) => removeChannel(tx, who, made.id))
    expect(await findDoor(db, hashDoorKey(channel.inboundUrl!.split('/in/')[1]!))).toBeUndefined()
  })
})

describe('changing a channel', () => {
  test('keeps the secrets that are left out, and refuses what the network refuses', async () => {
    const { ask, work, who } = await aWorkspace()
    const { id } = await createChannel(parts, ask, good())
    await changeChannel(parts, ask, { id, change: { settings: { words: ['acme'], token: '' } } })
    const opened = await openChannel(db, parts, { workspaceId: who.workspaceId, id }, signal)
    expect(opened.tools.settings).toMatchObject({ token: 'good', words: ['acme'] })
    const problem = await refusalOf(changeChannel(parts, ask, { id, change: { settings: { token: 'bad' } } }))
    expect(problem.field).toBe('settings.token')
    const channel = await work((tx) => readChannel(parts, { tx, who, origin }, id))
    expect(channel.settings).toMatchObject({ words: ['acme'] })
  })

  test('pauses it, and asking now is refused until it listens again', async () => {
    const { ask, work, who } = await aWorkspace()
    const { id } = await createChannel(parts, ask, good())
    await changeChannel(parts, ask, { id, change: { paused: true, name: 'Quiet' } })
    const paused = await work((tx) => readChannel(parts, { tx, who, origin }, id))
    expect(paused).toMatchObject({ name: 'Quiet', health: { state: 'paused' } })
    expect(await refusalOf(work((tx) => retryChannel(tx, who, id)))).toMatchObject({ status: 409 })
    await changeChannel(parts, ask, { id, change: { paused: false } })
    await work((tx) => retryChannel(tx, who, id))
    expect((await work((tx) => readChannel(parts, { tx, who, origin }, id))).health.state).toBe('ok')
  })
})

test('a trial shows who we are and what would be heard, and keeps nothing', async () => {
  const { ask, work, who } = await aWorkspace()
  const trial = await tryChannel(parts, ask, { kind: 'wire', settings: { url: network.origin, token: 'good' } })
  expect(trial).toMatchObject({ account: 'the wire', notes: ['Wires are slow.'] })
  expect(trial.samples.map((sample) => sample.text).toSorted()).toEqual(['first', 'second'])
  expect((await work((tx) => listChannels(parts, { tx, who, origin }, { limit: 50 }))).items).toEqual([])
})

test('a sign-in at the network ends in a channel, once, and only for who began it', async () => {
  const { ask, work, who } = await aWorkspace()
  const begin = { kind: 'wire', name: 'Signed in', settings: { url: network.origin } }
  const { url } = await beginSignIn(parts, ask, begin)
  const state = new URL(url).searchParams.get('state')!
  const stranger = { ...ask, who: { ...who, colleagueId: newId() } }
  expect((await refusalOf(finishSignIn(parts, stranger, { state, code: 'yes' }))).code).toBe('sign_in_over')
  const { id } = await finishSignIn(parts, ask, { state, code: 'yes' })
  expect(await work((tx) => readChannel(parts, { tx, who, origin }, id))).toMatchObject({ name: 'Signed in' })
  expect((await refusalOf(finishSignIn(parts, ask, { state, code: 'yes' }))).code).toBe('sign_in_over')

  const again = await beginSignIn(parts, ask, { ...begin, channelId: id })
  const second = new URL(again.url).searchParams.get('state')!
  expect((await finishSignIn(parts, ask, { state: second, code: 'yes' })).id).toBe(id)
})

test('a form is drawn from the settings, without what we fill ourselves', () => {
  expect(drawFields(wire)).toMatchObject([
    { name: 'url', kind: 'url', required: true, placeholder: 'https://…' },
    { name: 'token', kind: 'secret', required: true },
    { name: 'words', kind: 'lines', required: false, initial: [] },
    { name: 'side', kind: 'choice', initial: 'left', choices: [{ value: 'left' }, { value: 'right' }] },
  ])
})

test('an OPML file connects its feeds once, and says what it could not use', async () => {
  const { who, work } = await aWorkspace()
  const opml = `<opml version="2.0"><body><outline text="News">
    <outline type="rss" text="One" xmlUrl="https://one.example/feed"/>
    <outline type="rss" text="One" xmlUrl="https://two.example/feed"/>
    <outline type="rss" text="Broken" xmlUrl="not an address"/>
  </outline></body></opml>`
  const first = await work((tx) => importOpml(tx, parts, { who, opml }))
  expect(first).toMatchObject({ made: 2, already: 0, refused: [{ title: 'Broken' }] })
  const { items } = await work((tx) => listChannels(parts, { tx, who, origin }, { limit: 50 }))
  expect(items.map((channel) => channel.name)).toEqual(['One', 'One 2'])
  expect(await work((tx) => importOpml(tx, parts, { who, opml }))).toMatchObject({ made: 0, already: 2 })
  expect((await refusalOf(work((tx) => importOpml(tx, parts, { who, opml: 'hello' })))).field).toBe('opml')
})

test("a channel's log does not repeat itself and keeps the newest lines", async () => {
  const { ask, who, work } = await aWorkspace()
  const { id } = await createChannel(parts, ask, good())
  const note = (sentence: string) =>
    keepNote(work, { workspaceId: who.workspaceId, channelId: id, level: 'note', sentence })
  for (const sentence of ['one', 'one', 'two']) await note(sentence)
  const { items } = await work((tx) => listNotes(tx, id, { limit: 50 }))
  expect(items.map((line) => line.sentence)).toEqual(['two', 'one'])
})
