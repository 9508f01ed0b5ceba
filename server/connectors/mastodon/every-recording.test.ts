import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inShared, sharedDir } from '../../../tests/shared-dir.ts'
import type { HeardPost } from '../../model/post.ts'
import { readInstance } from './instance-schema.ts'
import { readNotifications } from './notification-schema.ts'
import { readEvents } from './open-line.ts'
import { parseStatus } from './parse.ts'
import { entriesOf } from './read-page.ts'
import { threadOf } from './read-thread.ts'
import { mastodonSettings } from './settings.ts'
import { accountSchema, statusSchema } from './status-schema.ts'
import { readSocketMessage, readStreamEvent } from './stream-event.ts'
import type { StreamEvent } from './stream-event.ts'

const us = { id: '117020617404561855', account: 'mastodonpy_test@localhost:3000', domain: 'localhost:3000' }
const settings = mastodonSettings.parse({ server: 'localhost', accessToken: 'x', accountId: us.id, ...us })

type Json = Record<string, unknown>
interface Recorded {
  request: { method: string; uri?: string; path?: string }
  response: { status: number; headers: Record<string, string>; body: string }
}

// Another set of samples of these kinds may be put in their place, so nothing here counts on single files.
const folders = ['fixtures/mastodon', 'fixtures/fediverse-local'].map(inShared).filter((folder) => existsSync(folder))
const files = sharedDir
  ? folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
  : []

const exchanges = files
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => recordedIn(file).map((recorded) => [nameOf(file, recorded), recorded] as const))

describe.skipIf(!sharedDir)('every recording of the shared samples', () => {
  test('there are some', () => expect(exchanges.length).toBeGreaterThan(0))

  test('every status in any answer becomes a whole post', () => {
    let count = 0
    for (const [name, { response }] of exchanges)
      for (const raw of statusesIn(bodyOf(response))) {
        count += 1
        const parsed = statusSchema.safeParse(raw)
        expect(parsed.error, name).toBeUndefined()
        if (parsed.data) expectSensible(parseStatus(parsed.data, us), raw, name)
      }
    expect(count).toBeGreaterThan(0)
  })

  test('pages of statuses, searches and threads lose nothing', () => {
    for (const [name, { request, response }] of exchanges) {
      const body = bodyOf(response)
      const address = request.uri ?? request.path ?? ''
      if (response.status !== 200) continue
      if (isStatusPage(body))
        expect(entriesOf(body, { kind: 'statuses' }, us), name).toMatchObject({ unreadable: 0, ids: idsOf(body) })
      if (/\/api\/v2\/search/u.test(address))
        expect(entriesOf(body, { kind: 'search' }, us).ids, name).toEqual(idsOf(listIn(body, 'statuses')))
      if (address.endsWith('/context'))
        expect(threadOf(body, 'root', settings).length, name).toBe(
          new Set(statusesIn(body).flatMap((raw) => (raw['reblog'] ? [] : [raw['id']]))).size,
        )
    }
  })

  test('notifications of both versions are read, and mentions bring their post', () => {
    for (const [name, { request, response }] of exchanges) {
      const address = request.uri ?? request.path ?? ''
      if (response.status !== 200 || !/\/api\/v[12]\/notifications(?:$|\?)/u.test(address)) continue
      const body = bodyOf(response)
      const raw: Json[] = Array.isArray(body) ? body : listIn(body, 'notification_groups')
      expect(readNotifications(body), name).toHaveLength(raw.length)
      // One recording was shortened: its groups name statuses that are not in it.
      const there = new Set(idsOf(listIn(body, 'statuses')))
      const worded = raw.filter(
        ({ type, status, status_id }) => type === 'mention' && (status || there.has(String(status_id))),
      )
      const { entries } = entriesOf(body, { kind: 'notifications' }, { domain: 'localhost', id: 'somebody else' })
      const heard = entries.filter(({ post }) => post.addressedToUs)
      expect(heard.length, name).toBeGreaterThanOrEqual(worded.length)
    }
  })

  test('streams bring what they told', async () => {
    for (const [name, { response }] of exchanges) {
      if (!response.headers['content-type']?.includes('event-stream')) continue
      for await (const event of readEvents(inTwo(response.body))) expectTold(event, name)
    }
    for (const file of files.filter((each) => each.endsWith('.jsonl')))
      for (const line of readFileSync(file, 'utf8').split('\n')) {
        const event = readSocketMessage(line)
        if (event) expectTold(event, file)
      }
  })

  test('servers and accounts are recognised', () => {
    for (const [name, { request, response }] of exchanges) {
      const address = request.uri ?? request.path ?? ''
      if (response.status !== 200) continue
      const body = bodyOf(response)
      if (/\/api\/v[12]\/instance\/?$/u.test(address))
        expect(readInstance(body), name).toMatchObject({
          domain: expect.any(String),
          maxCharacters: expect.any(Number),
        })
      if (address.endsWith('/verify_credentials') && address.includes('/accounts/'))
        expect(accountSchema.safeParse(body).error, name).toBeUndefined()
    }
  })

  test('whatever an answer holds, reading it as anything is no crash', () => {
    for (const [, { response }] of exchanges)
      for (const kind of ['statuses', 'notifications', 'search'] as const) {
        const body = bodyOf(response)
        expect(() => entriesOf(body, { kind }, us)).not.toThrow()
        expect(() => threadOf(body, 'root', settings)).not.toThrow()
        expect(() => readInstance(body)).not.toThrow()
      }
  })
})

function expectSensible(post: HeardPost, raw: Json, name: string): void {
  const shown = Object(raw['reblog'] ?? raw)
  expect(post.externalId, name).toBe(String(shown.id))
  expect(post.createdAt.getTime(), name).toBe(Date.parse(shown.created_at))
  expect(post.author.handle, name).toMatch(/^@[^@\s]+@[^@\s]+$/u)
  expect(post.text, name).not.toMatch(/<\/?(?:p|br|span|a)\b|&(?:amp|lt|gt|quot|#39);/u)
  const hasWords = /[^<>\s]/u.test(String(shown.content).replaceAll(/<[^>]*>/gu, ''))
  if (hasWords) expect(post.text, name).not.toBe('')
  for (const link of post.links ?? []) expect(link, name).toMatch(/^https?:\/\//u)
  if (shown.edited_at) expect(post.editedAt, name).toEqual(new Date(shown.edited_at))
  expectSameParts(post, shown, name)
}

function expectSameParts(post: HeardPost, shown: Json, name: string): void {
  const media = Array.isArray(shown['media_attachments']) ? shown['media_attachments'] : []
  expect(post.title ?? '', name).toBe(shown['spoiler_text'] ?? '')
  expect(post.mediaDescriptions ?? [], name).toHaveLength(media.length)
  expect(post.inReplyTo ?? null, name).toBe(shown['in_reply_to_id'] ?? null)
}

function expectTold(event: StreamEvent, name: string): void {
  const told = readStreamEvent(event, us)
  const isWorded = ['update', 'status.update', 'delete', 'conversation'].includes(event.event)
  if (isWorded) expect(told, name).toBeDefined()
}

function recordedIn(file: string): Recorded[] {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return Array.isArray(content) ? content.filter((each) => typeof each?.response?.body === 'string') : []
}

function nameOf(file: string, { request }: Recorded): string {
  return `${file.split('/').slice(-2).join('/')}: ${request.method} ${request.uri ?? request.path}`
}

function bodyOf({ body }: Recorded['response']): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Statuses anywhere in an answer; old versions of one and drafts have no id and are none. */
function statusesIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(statusesIn)
  if (typeof value !== 'object' || value === null) return []
  const object: Json = { ...value }
  return [...(isStatus(object) ? [object] : []), ...Object.values(object).flatMap(statusesIn)]
}

function isStatus(object: Json): boolean {
  return (
    'id' in object && 'account' in object && 'content' in object && 'created_at' in object && 'visibility' in object
  )
}

function isStatusPage(body: unknown): body is Json[] {
  return Array.isArray(body) && body.length > 0 && body.every((each) => isStatus(Object(each)))
}

function listIn(body: unknown, key: string): Json[] {
  const list: unknown = Object(body)[key]
  return Array.isArray(list) ? list : []
}

function idsOf(list: Json[]): string[] {
  return list.map((each) => String(each['id']))
}

async function* inTwo(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  yield await Promise.resolve(bytes.subarray(0, bytes.length / 2))
  yield bytes.subarray(bytes.length / 2)
}
