import { expect, test } from 'vitest'
import { newId } from '../../lib/id.ts'
import { chooseSamples } from './choose-samples.ts'

const posts = Array.from({ length: 400 }, (_, n) => ({ id: newId(), postedAt: new Date(n * 1_000) }))
const nobody = new Set<string>()

test('the same posts give the same samples, in whatever order and portions they come', () => {
  const all = chooseSamples(posts, nobody)
  expect(all).toHaveLength(20)
  expect(chooseSamples(posts.toReversed(), nobody)).toEqual(all)
  const portions = chooseSamples([...chooseSamples(posts.slice(0, 150), nobody), ...posts.slice(150)], nobody)
  expect(portions).toEqual(all)
})

test('they come from all of the time, not from one end of it', () => {
  const late = chooseSamples(posts, nobody).filter(({ postedAt }) => postedAt.getTime() >= 200_000)
  expect(late.length).toBeGreaterThan(1)
  expect(late.length).toBeLessThan(19)
})

test('those that are left out make room for others', () => {
  const first = chooseSamples(posts, nobody)
  const others = chooseSamples(posts, new Set(first.map(({ id }) => id)))
  expect(others).toHaveLength(20)
  expect(others.filter((one) => first.includes(one))).toEqual([])
})
