import { expect, test } from 'vitest'
import { type ChallengePost, fieldLabels, kindOf, normalised } from './challenge-post.ts'
import { stratumOf } from './choose-halves.ts'
import { halves, readFirstLabels, readHalf, readSecondLabels, readSet } from './read-challenge.ts'

const all = readSet()
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

/** They were split evenly; a label that was ruled otherwise later moves its post to another stratum, never to the other half. */
const spread = 2

test('the halves are alike in language, kind and label', () => {
  const strata = count(readHalf('open'), stratumOf)
  for (const [stratum, locked] of Object.entries(count(readHalf('locked'), stratumOf)))
    expect(Math.abs((strata[stratum] ?? 0) - locked), stratum).toBeLessThanOrEqual(spread)
})

test('there are enough posts of every kind, language and intent to lean on', () => {
  expect(posts.length).toBeGreaterThanOrEqual(680)
  const ofKind = count(all, kindOf)
  expect(ofKind['ending']).toBeGreaterThanOrEqual(290)
  expect(ofKind['reply']).toBeGreaterThanOrEqual(160)
  expect(ofKind['review']).toBeGreaterThanOrEqual(140)
  const inLanguages = count(all, ({ language }) => language)
  for (const language of ['de', 'fr', 'es', 'pt', 'ar']) expect(inLanguages[language]).toBeGreaterThanOrEqual(60)
  expect(inLanguages['en']).toBeGreaterThanOrEqual(380)
  for (const [intent, found] of Object.entries(count(posts, (post) => post.intent)))
    expect(found, intent).toBeGreaterThanOrEqual(20)
})

test('both labellings cover every text, field by field', () => {
  for (const labels of [readFirstLabels(), readSecondLabels()]) {
    const labelled = new Map(labels.map((one) => [one.id, kindOf(one)]))
    expect(all.filter((post) => labelled.get(post.id) !== kindOf(post)).map(({ id }) => id)).toEqual([])
    expect(labelled.size).toBe(all.length)
  }
})
