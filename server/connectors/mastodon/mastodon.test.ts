import { describe, expect, test } from 'vitest'
import { recordingsOf } from '../../../tests/mastodon-profiles.ts'
import { readCursor } from './place.ts'
import { entriesOf } from './read-page.ts'
import { parseStatus } from './parse.ts'
import type { OwnAccount } from './parse.ts'
import { secondsToWait, wordsOf } from '../ask-json.ts'
import { readInstance } from './instance-schema.ts'
import { readEvents } from './open-line.ts'
import { statusSchema } from './status-schema.ts'
import { readSocketMessage, readStreamEvent } from './stream-event.ts'
import { threadOf } from './read-thread.ts'
import { mastodonSettings } from './settings.ts'
import { hostOf, originOf } from './server-address.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const servers = {
  mastodon: {
    recordings: recordingsOf('mastodon'),
    us: { id: '117020617404561855', account: 'mastodonpy_test@localhost:3000', domain: 'localhost:3000' },
  },
  gotosocial: {
    recordings: recordingsOf('gotosocial'),
    us: {
      id: '01KX9FC34DSAH7AXTB6X3WAR48',
      account: 'bob@localhost:8302',
      url: 'http://localhost:8302/@bob',
      domain: 'localhost:8302',
    },
  },
  snac: {
    recordings: recordingsOf('snac'),
    us: {
      id: '3b16b527204bb405d279d181735c2d68',
      account: 'bob@localhost:8301',
      url: 'http://localhost:8301/bob',
      domain: 'localhost:8301',
    },
  },
} satisfies Record<string, { recordings: object; us: OwnAccount }>

type Server = keyof typeof servers

function answer(server: Server, name: string): unknown {
  const body = servers[server].recordings[name]?.response.body ?? ''
  return body.startsWith('[') || body.startsWith('{') ? JSON.parse(body) : undefined
}

const post = (server: Server, name: string) => parseStatus(statusSchema.parse(answer(server, name)), servers[server].us)
const posts = (server: Server, name: string, kind: 'statuses' | 'notifications' = 'statuses') =>
  entriesOf(answer(server, name), { kind }, servers[server].us).entries.map((entry) => entry.post)

describe('a status of Mastodon', () => {
  test('becomes a post with all that the network tells', () => {
    expect(posts('mastodon', 'page of a hashtag')[0]).toMatchObject({
      externalId: expect.stringMatching(/^\d+$/u),
      text: expect.stringContaining('#hoot'),
      author: { handle: expect.stringMatching(/^@\w+@localhost:3000$/u), url: expect.stringContaining('http') },
      createdAt: expect.any(Date),
      visibility: 'public',
      type: 'post',
    })
    expect(posts('mastodon', 'page of a hashtag')[0]).not.toHaveProperty('links')
  })

  test('with a content warning has a title', () => {
    expect(post('mastodon', 'content warning')).toMatchObject({
      title: 'Content warning',
      visibility: 'direct',
      type: 'message',
    })
  })

  test('shortened on screen keeps the whole link', () => {
    expect(post('mastodon', 'link')).toMatchObject({ text: 'http://example.org/', links: ['http://example.org/'] })
  })

  test('with a poll names its options', () => {
    expect(post('mastodon', 'poll').text).toBe('nice\n- four twenty\n- sixty-nine')
  })

  test('that quotes loses the line for servers without quotes', () => {
    expect(post('mastodon', 'quote')).toMatchObject({ text: '@mastodonpy_test yoooo check this out' })
  })

  test('edited keeps its id and says when', () => {
    const [before, after] = [post('mastodon', 'before an edit'), post('mastodon', 'after an edit')]
    expect(after.externalId).toBe(before.externalId)
    expect(after.text).not.toBe(before.text)
    expect(before.editedAt).toBeUndefined()
    expect(after.editedAt).toBeInstanceOf(Date)
  })

  test('that is a repost is the post it passes on', () => {
    const heard = posts('mastodon', 'home with a repost')
    expect(heard.length).toBeGreaterThan(0)
    for (const { text } of heard) expect(text).not.toBe('')
  })
})

describe('notifications', () => {
  test('one by one: a mention speaks to us', () => {
    const us = { ...servers.mastodon.us, id: '117020565966271181' }
    const { entries } = entriesOf(answer('mastodon', 'notifications'), { kind: 'notifications' }, us)
    expect(entries[0]).toMatchObject({ id: '20', post: { text: '@mastodonpy_test hello!', addressedToUs: true } })
  })

  test('grouped: those without words bring nothing, and count as seen', () => {
    const page = entriesOf(answer('mastodon', 'grouped notifications'), { kind: 'notifications' }, servers.mastodon.us)
    expect(page).toMatchObject({ entries: [], unreadable: 0 })
    expect(page.ids.length).toBeGreaterThan(0)
    expect(entriesOf(answer('mastodon', 'empty page'), { kind: 'notifications' }, servers.mastodon.us)).toEqual({
      entries: [],
      ids: [],
      unreadable: 0,
    })
  })

  test('of snac: a mention speaks to us though its list of mentions is empty', () => {
    expect(posts('snac', 'notifications', 'notifications')[0]).toMatchObject({
      text: '@bob@localhost:8301 never mind',
      addressedToUs: true,
    })
  })
})

describe('the other servers', () => {
  test.each(['gotosocial', 'snac'] as const)('%s: home, public and threads are read', (server) => {
    for (const name of ['home', 'public']) {
      const [first] = posts(server, name)
      expect(first?.externalId).toMatch(/^[0-9A-Za-z]{26,}$/u)
      expect(first?.author.handle).toMatch(new RegExp(`^@(?:alice|bob)@${servers[server].us.domain}$`, 'u'))
    }
    const settings = mastodonSettings.parse({ server: 'localhost', accessToken: 'x', ...ownSettings(server) })
    expect(threadOf(answer(server, 'context'), 'root', settings)).toMatchObject([
      {
        text: expect.stringContaining('Sorry about that! Can you send us the order number? 🙏'),
        ours: true,
        threadRoot: 'root',
      },
    ])
  })

  test.each(['gotosocial', 'snac'] as const)('%s: signs that look like markup stay as typed', (server) => {
    expect(post(server, 'content warning')).toMatchObject({
      text: 'Ist der Kundendienst heute erreichbar? Größe & Maße < 3 kg > "ok"',
      title: 'Long rant',
      visibility: 'unlisted',
    })
  })

  test('snac: a mention in a public post speaks to us, links are kept, hashtags are no links', () => {
    expect(posts('snac', 'hashtag')[0]).toMatchObject({
      text: '@bob@localhost:8301 The parcel app lost my order again 😡 #lostparcel https://shop.example/orders/12?x=1&y=2',
      links: ['https://shop.example/orders/12?x=1&y=2'],
      addressedToUs: true,
    })
  })

  test('pages of HTML instead of answers bring nothing and break nothing', () => {
    for (const server of ['gotosocial', 'snac'] as const)
      for (const name of ['nothing there', 'token refused']) {
        expect(answer(server, name)).toBeUndefined()
        expect(entriesOf(answer(server, name), { kind: 'statuses' }, servers[server].us)).toMatchObject({
          entries: [],
          unreadable: 1,
        })
        expect(wordsOf(answer(server, name))).toBe('')
      }
  })
})

describe('what a server allows', () => {
  test.each([
    [
      'mastodon',
      { maxCharacters: 500, charactersPerLink: 23, streaming: 'ws://localhost:4000', domain: 'localhost:3000' },
    ],
    [
      'gotosocial',
      { maxCharacters: 5000, charactersPerLink: 25, streaming: 'wss://localhost:8302', domain: 'localhost:8302' },
    ],
    [
      'snac',
      { maxCharacters: 100_000, charactersPerLink: 32, streaming: 'wss://localhost:8301', domain: 'localhost:8301' },
    ],
  ] as const)('%s says', (server, instance) => expect(readInstance(answer(server, 'instance'))).toEqual(instance))

  test('a rate limit says how long to wait, in either way', () => {
    expect(secondsToWait(headersOfRecorded('too many requests'), new Date('2026-11-21T23:04:00Z'))).toBe(60)
    expect(secondsToWait(headersOfRecorded('overloaded'), new Date())).toBe(90)
    expect(secondsToWait(new Headers({ 'x-ratelimit-reset': '1900000030' }), new Date(1_900_000_000_000))).toBe(30)
    expect(secondsToWait(new Headers({ 'retry-after': 'soon' }), new Date())).toBeUndefined()
  })

  test('a refusal is told in its own words', () => {
    expect(wordsOf(answer('mastodon', 'refusal'))).toContain('500')
  })
})

describe('open lines', () => {
  test('the recorded event stream brings its posts, however it is cut into pieces', async () => {
    const whole = new TextEncoder().encode(recordingsOf('mastodon')['stream']?.response.body)
    for (const size of [1, 7, 100, whole.length]) {
      const events = []
      for await (const event of readEvents(inPieces(whole, size))) events.push(event)
      expect(events.map((event) => readStreamEvent(event, servers.mastodon.us))).toMatchObject([
        { kind: 'new', entry: { id: '117024248092393661', post: { text: "it's cool guy", ours: true } } },
      ])
    }
  })

  test('a conversation brings its newest message', async () => {
    const bytes = new TextEncoder().encode(recordingsOf('mastodon')['stream of direct messages']?.response.body)
    const told = []
    for await (const event of readEvents(inPieces(bytes, 64))) told.push(readStreamEvent(event, servers.mastodon.us))
    expect(told[0]).toMatchObject({ kind: 'new', entry: { post: { visibility: 'direct', addressedToUs: true } } })
  })

  test('the recorded messages of GoToSocial: mentions, a status, a deletion, nothing for the rest', () => {
    const lines = readFileSync(join(import.meta.dirname, 'recordings/gotosocial-stream.jsonl'), 'utf8').split('\n')
    const events = lines.flatMap((line) => readSocketMessage(line) ?? [])
    const told = events.map((event) => readStreamEvent(event, servers.gotosocial.us))
    expect(told.filter((each) => each?.kind === 'new' && each.by === 'notification')).toHaveLength(3)
    expect(told.filter((each) => each?.kind === 'new' && each.by === 'timeline')).toHaveLength(1)
    expect(told.at(-1)).toEqual({ kind: 'deleted', externalId: '01M804PZKWKE9AWJ0F921110QK' })
    expect(told.filter((each) => each === undefined)).toHaveLength(events.length - 5)
    for (const each of told)
      if (each?.kind === 'new' && each.by === 'notification') expect(each.entry.post.addressedToUs).toBe(true)
  })

  test.each(['', 'nonsense', '{}', '{"event":"update","payload":"<html>"}', '{"event":"update"}', '{"event":5}', '[]'])(
    'nonsense on a line is passed over: %s',
    (text) => {
      const event = readSocketMessage(text)
      expect(event && readStreamEvent(event, servers.mastodon.us)).toBeUndefined()
    },
  )
})

describe('small things', () => {
  test.each([
    ['mastodon.social', 'https://mastodon.social'],
    [' https://mastodon.social/@acme ', 'https://mastodon.social'],
    ['@acme@mastodon.social', 'https://mastodon.social'],
    ['example.social:8443', 'https://example.social:8443'],
    ['http://127.0.0.1:4000/', 'http://127.0.0.1:4000'],
    ['http://mastodon.social', undefined],
    ['mastodon', undefined],
    ['ftp://mastodon.social', undefined],
    ['https://user:pass@mastodon.social', undefined],
    ['', undefined],
    ['my server', undefined],
  ])('the server typed as %s is %s', (typed, origin) => {
    expect(originOf(typed)).toBe(origin)
    if (origin) expect(hostOf(typed)).toBe(new URL(origin).host)
  })

  test('a cursor that is none of ours is lost, in words', () => {
    expect(() => readCursor({ places: 7 })).toThrow(/cannot be read/u)
    expect(readCursor(null)).toEqual({ places: {} })
  })
})

function headersOfRecorded(name: string): Headers {
  return new Headers(recordingsOf('rate-limit')[name]?.response.headers)
}

function ownSettings(server: 'gotosocial' | 'snac') {
  const { id, account, url, domain } = servers[server].us
  return { accountId: id, account, accountUrl: url, domain }
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}
