import { expect, test } from 'vitest'
import { threadKeyOf } from './thread-key.ts'

const known = new Map([
  ['parent', { threadKey: 'thread of the parent' }],
  ['root', { threadKey: 'thread of the root' }],
])

test.each([
  ['stands alone', {}, 'post'],
  ['answers a post we hold', { inReplyTo: 'parent', threadRoot: 'root' }, 'thread of the parent'],
  ['answers a post we missed in a thread we hold', { inReplyTo: 'missed', threadRoot: 'root' }, 'thread of the root'],
  ['answers in a thread we never heard', { inReplyTo: 'missed', threadRoot: 'unheard' }, 'unheard'],
  ['answers a post we never heard', { inReplyTo: 'missed' }, 'missed'],
])('a post that %s', (_, post, thread) => {
  expect(threadKeyOf({ externalId: 'post', ...post }, known)).toBe(thread)
})

test('two answers to a post we missed meet in one thread, and so does the post when it comes late', () => {
  const nothing = new Map<string, { threadKey: string }>()
  const one = threadKeyOf({ externalId: 'one', inReplyTo: 'missed' }, nothing)
  const other = threadKeyOf({ externalId: 'other', inReplyTo: 'missed' }, nothing)
  expect([other, threadKeyOf({ externalId: 'missed' }, nothing)]).toEqual([one, one])
})
