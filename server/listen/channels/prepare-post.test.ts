import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HeardPost } from '../../model/post.ts'
import { preparePost } from './prepare-post.ts'

const now = new Date('2026-11-22T12:00:00Z')
const heard = (more: Partial<HeardPost> = {}): HeardPost => ({
  externalId: '1',
  text: 'The lid is broken.',
  author: { id: 'a', handle: '@a' },
  createdAt: new Date('2026-11-22T11:00:00Z'),
  ...more,
})
const hash = (more: Partial<HeardPost>) => preparePost(heard(more), now).contentHash.toString('hex')

test('whatever a source sends, the store can hold it', () => {
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(text, text, fc.array(text), (words, name, list) => {
      const post = preparePost(
        heard({
          text: words,
          title: words,
          author: { id: name, handle: name, name },
          links: list,
          mediaDescriptions: list,
        }),
        now,
      )
      const kept = [post.text, post.title, post.author.id, post.author.name, ...(post.links ?? [])]
      for (const each of kept) expect(each?.isWellFormed() && !each.includes('\u0000')).toBe(true)
    }),
  )
  expect(preparePost(heard({ text: 'half \ud83d', title: 'a\u0000b' }), now)).toMatchObject({
    text: 'half \ufffd',
    title: 'ab',
  })
})

test('one post cannot fill the store', () => {
  const long = 'x'.repeat(300_000)
  const post = preparePost(
    heard({ text: long, url: long, links: Array.from({ length: 500 }, () => 'https://a.example') }),
    now,
  )
  expect([post.text.length, post.url?.length, post.links?.length]).toEqual([200_000, 4_000, 100])
})

test.each([
  ['an hour ago', '2026-11-22T11:00:00Z', '2026-11-22T11:00:00Z'],
  ['eleven months ago', '2025-12-22T12:00:00Z', '2025-12-22T12:00:00Z'],
  ['ten years ago stands where it arrived', '2016-01-01T00:00:00Z', '2026-11-22T12:00:00Z'],
  ['next year stands where it arrived', '2027-11-22T00:00:00Z', '2026-11-22T12:00:00Z'],
  ['no time at all stands where it arrived', 'never', '2026-11-22T12:00:00Z'],
])('a post of %s', (_, createdAt, postedAt) => {
  expect(preparePost(heard({ createdAt: new Date(createdAt) }), now).postedAt).toEqual(new Date(postedAt))
})

test('a changed text, title, picture or rating is another version; a name or an address is not', () => {
  const before = hash({})
  expect(hash({ author: { id: 'a', handle: '@a', name: 'Anna' }, url: 'https://a.example/2' })).toBe(before)
  const changed = [{ text: 'The lid is fine.' }, { title: 'Lid' }, { mediaDescriptions: ['a lid'] }, { rating: 3 }].map(
    (more) => hash(more as Partial<HeardPost>),
  )
  expect(new Set([before, ...changed]).size).toBe(5)
})
