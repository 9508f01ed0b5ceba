import { expect, test } from 'vitest'
import { type ChallengePost, fieldLabels, kindOf, normalised } from './challenge-post.ts'
import { stratumOf } from './choose-halves.ts'
import { halves, readHalf } from './read-challenge.ts'

const all = halves.flatMap((half) => readHalf(half))
const posts = all.filter((post) => kindOf(post) === 'post')

function count(of: ChallengePost[], by: (post: ChallengePost) => string | undefined): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const post of of) counts[String(by(post))] = (counts[String(by(post))] ?? 0) + 1
  return counts
}

test('no text stands twice, neither within a half nor across', () => {
  const seen = new Map<string, string>()
  const twice = all.flatMap(({ id, text }) => {
    const before = seen.get(normalised(text))
    seen.set(normalised(text), id)
    return before === undefined ? [] : [`${before} ${id}`]
  })
  expect(twice).toEqual([])
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
})

test('every label of every field has posts in both halves', () => {
  for (const half of halves) {
    const found = readHalf(half)
    for (const [field, labels] of Object.entries(fieldLabels)) {
      const used = new Set(found.map((post) => post[field as keyof typeof fieldLabels]))
      expect(labels.filter((label) => !used.has(label), `${half} ${field}`)).toEqual([])
    }
  }
})

test('the halves are alike in language, kind and label', () => {
  const strata = count(readHalf('open'), stratumOf)
  for (const [stratum, locked] of Object.entries(count(readHalf('locked'), stratumOf)))
    expect(Math.abs((strata[stratum] ?? 0) - locked), stratum).toBeLessThanOrEqual(1)
})

test('a post carries the fields of one kind', () => {
  expect(new Set(all.map(kindOf))).toEqual(new Set(['post', 'ending', 'reply']))
  expect(posts.length).toBeGreaterThan(0)
})
