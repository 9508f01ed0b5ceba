import { describe, expect, test } from 'vitest'
import type { Heard, HeardPost } from '../../model/post.ts'
import type { Batch, Outgoing, Tools } from '../connector.ts'
import { sample } from './index.ts'
import { storyOfPost } from './story-of-post.ts'

const begun = new Date('2026-11-20T10:00:00Z')

/** Tools whose clock goes on by sleeping alone. */
function makeTools(seed: string, cursor: unknown = null): Tools<{ place: 'social' | 'reviews'; seed: string }> {
  let now = begun.getTime()
  return {
    settings: { place: 'social', seed },
    cursor,
    fetch: () => Promise.reject(new Error('nothing goes outside')),
    openSocket: () => Promise.reject(new Error('nothing goes outside')),
    signal: new AbortController().signal,
    sleep: (seconds) => Promise.resolve(void (now += seconds * 1000)),
    now: () => new Date(now),
    note: () => {},
    spend: () => Promise.resolve(),
  }
}

/** Listens until this many posts or deletions came. */
async function hear(tools: Tools<{ place: 'social' | 'reviews'; seed: string }>, most: number) {
  const batches: Batch[] = []
  for await (const batch of sample.listen!(tools)) {
    batches.push(batch)
    if (batches.flatMap(({ heard }) => heard).length >= most) break
  }
  return { heard: batches.flatMap(({ heard }) => heard), batches }
}

const postsOf = (heard: Heard[]) => heard.flatMap((one) => (one.kind === 'post' ? [one.post] : []))

function aReply(key: string, to: HeardPost): Outgoing {
  const { externalId, author } = to
  const inReplyTo = { externalId, author, visibility: 'public' as const }
  const about = { replyId: key, conversationId: 'c', author: { name: 'Priya Nair' }, audience: 'public' as const }
  return { key, ...about, text: 'Please wipe the sensor.', inReplyTo, firstTriedAt: begun }
}

describe('the past week', () => {
  test('is the same for the same word and time, and another for another', async () => {
    const [one, again, other] = await Promise.all([
      hear(makeTools('one'), 90),
      hear(makeTools('one'), 90),
      hear(makeTools('two'), 90),
    ])
    expect(again.heard).toEqual(one.heard)
    expect(postsOf(other.heard).map(({ text }) => text)).not.toEqual(postsOf(one.heard).map(({ text }) => text))
  })

  test('lies in the seven days before, oldest first, and has all that people do', async () => {
    const posts = postsOf((await hear(makeTools('week'), 110)).heard).filter(({ createdAt }) => createdAt < begun)
    const times = posts.map(({ createdAt }) => createdAt.getTime())
    expect(times).toEqual(times.toSorted((one, other) => one - other))
    expect(times[0]).toBeGreaterThan(begun.getTime() - 7 * 86_400_000)
    expect(posts.length).toBeGreaterThan(80)
    expect(new Set(posts.map(({ author }) => author.id)).size).toBeGreaterThan(15)
    for (const has of [
      (post: HeardPost) => post.language === 'de',
      (post: HeardPost) => post.inReplyTo !== undefined,
      (post: HeardPost) => post.ours === true,
      (post: HeardPost) => post.visibility === 'direct',
      (post: HeardPost) => (post.mediaDescriptions ?? []).length > 0,
      (post: HeardPost) => post.editedAt !== undefined,
      (post: HeardPost) => /\p{Extended_Pictographic}/u.test(post.text),
    ])
      expect(posts.some(has), String(has)).toBe(true)
    for (const { text } of posts) expect(text).toMatch(/^[^{}|]+$/)
  })

  test('takes something away, in a batch after the one that said it', async () => {
    const { batches } = await hear(makeTools('week'), 110)
    const gone = batches.findIndex(({ heard }) => heard.some(({ kind }) => kind === 'deleted'))
    const taken = batches[gone]?.heard.find((one) => one.kind === 'deleted')
    const said = batches.findIndex(({ heard }) => postsOf(heard).some((post) => post.externalId === taken?.externalId))
    expect(said).toBeGreaterThanOrEqual(0)
    expect(gone).toBeGreaterThan(said)
  })
})

test('from a cursor it goes on with what comes next, and nothing twice', async () => {
  const whole = await hear(makeTools('go-on'), 140)
  const ids = postsOf(whole.heard).map(({ externalId }) => externalId)
  const cut = whole.batches[1]!
  const rest = await hear(makeTools('go-on', JSON.parse(JSON.stringify(cut.cursor))), 40)
  const before = new Set(
    whole.batches.slice(0, 2).flatMap(({ heard }) => postsOf(heard).map((post) => post.externalId)),
  )
  for (const post of postsOf(rest.heard))
    if (post.editedAt === undefined) expect(before.has(post.externalId)).toBe(false)
  expect(ids).toEqual(expect.arrayContaining(postsOf(rest.heard.slice(0, 20)).map(({ externalId }) => externalId)))
})

test('afterwards somebody says something every four to nine seconds, for ever, and most of it is not about us', async () => {
  const live = postsOf((await hear(makeTools('live'), 500)).heard).filter(({ createdAt }) => createdAt > begun)
  expect(live.length).toBeGreaterThan(350)
  const gaps = live.slice(1).map((post, at) => (post.createdAt.getTime() - live[at]!.createdAt.getTime()) / 1000)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4)
  expect(gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 2)]).toBeLessThan(10)
  const fresh = live.filter((post) => post.editedAt === undefined).map(({ externalId }) => externalId)
  expect(new Set(fresh).size).toBe(fresh.length)
  const chatter = live.filter(({ externalId }) => storyOfPost(externalId)?.kind === 'chatter')
  expect(chatter.length).toBeGreaterThan(live.length / 2)
})

describe('who is answered', () => {
  test('answers within 5 to 20 seconds in the same thread, in several moods, or not at all', async () => {
    const tools = makeTools('mood')
    const asked = postsOf((await hear(tools, 110)).heard).filter(
      ({ externalId }) => storyOfPost(externalId)?.kind === 'complaint',
    )
    for (let number = 0; number < 40; number++)
      await sample.send!(tools, aReply(`key-${number}`, asked[number % asked.length]!))
    const answers = postsOf((await hear(makeTools('mood', { begun, told: 999, live: 0 }), 45)).heard).filter(
      ({ externalId }) => externalId.includes('.answer.'),
    )
    expect(answers.length).toBeGreaterThan(20)
    expect(answers.length).toBeLessThan(40)
    expect(new Set(answers.map(({ text }) => text)).size).toBeGreaterThan(5)
    for (const answer of answers) {
      const key = answer.externalId.split('.').at(-1)!
      const answered = asked[Number(key.replace('key-', '')) % asked.length]!
      expect(answer.author).toEqual(answered.author)
      expect(answer.inReplyTo).toBe(`social.mood.ours.${key}`)
    }
  })

  test('finds the message once, however often it was sent; the thread has both', async () => {
    const tools = makeTools('once')
    const asked = postsOf((await hear(tools, 60)).heard).find(({ threadRoot }) => threadRoot !== undefined)!
    const first = await sample.send!(tools, aReply('the-key', asked))
    expect(await sample.send!(tools, aReply('the-key', asked))).toEqual(first)
    expect(await sample.reconcile!(tools, aReply('the-key', asked))).toEqual(first)
    expect(await sample.reconcile!(tools, aReply('another-key', asked))).toEqual({ outcome: 'absent' })
    const thread = await sample.readThread!({ ...tools, cursor: { begun } }, asked.externalId)
    const ids = thread.map(({ externalId }) => externalId)
    expect(ids).toEqual(expect.arrayContaining([asked.threadRoot, asked.externalId, 'social.once.ours.the-key']))
  })
})
