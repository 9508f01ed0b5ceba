import { array, assert, constantFrom, nat, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import type { ChallengePost } from './challenge-post.ts'
import { chooseHalves, stratumOf } from './choose-halves.ts'

const posts = array(
  record({
    language: constantFrom<'en' | 'ar'>('en', 'ar'),
    closing: constantFrom<'thanks' | 'none'>('thanks', 'none'),
  }),
  {
    maxLength: 60,
  },
).map((list) =>
  list.map((post, index): ChallengePost => ({ id: `c${1000 + index}`, text: `${index}`, tags: [], ...post })),
)

test('halves stay even in every stratum however the set grows, and nothing changes its half', () => {
  assert(
    property(posts, nat(60), (all, cut) => {
      const first = all.slice(0, cut)
      const before = chooseHalves({ open: [], locked: [] }, first)
      const kept = {
        open: first.filter(({ id }) => before.get(id) === 'open'),
        locked: first.filter(({ id }) => before.get(id) === 'locked'),
      }
      const after = chooseHalves(kept, all.slice(cut))
      expect([...after.keys()].some((id) => before.has(id))).toBe(false)
      const halfOf = new Map([...before, ...after])
      expect(halfOf.size).toBe(all.length)
      for (const stratum of new Set(all.map(stratumOf))) {
        const inStratum = all.filter((post) => stratumOf(post) === stratum)
        const open = inStratum.filter(({ id }) => halfOf.get(id) === 'open').length
        expect(Math.abs(2 * open - inStratum.length)).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('the same posts are always split the same way', () => {
  const all = ['c0001', 'c0002', 'c0003', 'c0004'].map((id): ChallengePost => ({
    id,
    text: id,
    tags: [],
    language: 'en',
    closing: 'none',
  }))
  expect(chooseHalves({ open: [], locked: [] }, all)).toEqual(chooseHalves({ open: [], locked: [] }, all.toReversed()))
})
