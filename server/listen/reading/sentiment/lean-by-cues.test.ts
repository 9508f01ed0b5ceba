import { expect, test } from 'vitest'
import type { Readings } from '../../../model/reading.ts'
import { cutPost } from '../cut-post.ts'
import { leanByCues, leaned } from './lean-by-cues.ts'
import { sentiment } from './read-sentiment.ts'

const inEnglish: Readings = { language: { label: 'en', confidence: 0.99, evidence: [], reader: 'language@1' } }
const labels = ['negative', 'neutral', 'positive']

const read = (text: string) => sentiment.read(cutPost({ text }), inEnglish)

test.each([
  ['Still no refund and nobody answers my mails', 'negative'],
  ['It stopped working after two days', 'negative'],
  ["Kudos to your support, can't fault them", 'positive'],
])('“%s” is %s, and the words that say so are shown', (text, label) => {
  const reading = read(text)
  expect(reading.label).toBe(label)
  expect(reading.evidence.length).toBeGreaterThan(0)
  for (const { start, end } of reading.evidence) expect(text.slice(start, end).trim()).not.toBe('')
})

test('evidence stands in order and nothing is shown twice', () => {
  const { evidence } = read('Still no refund, it stopped working, awful awful service')
  for (const [at, { start }] of evidence.entries()) expect(start).toBeGreaterThanOrEqual(evidence[at - 1]?.end ?? 0)
})

test('where no cue speaks nothing leans, and shares stay shares', () => {
  const lean = leanByCues(cutPost({ text: 'The bus goes at nine' }), inEnglish)
  expect([...leaned([0.2, 0.5, 0.3], labels, lean)]).toEqual([0.2, 0.5, 0.3].map((share) => expect.closeTo(share)))
  const bad = leanByCues(cutPost({ text: 'It stopped working after two days' }), inEnglish)
  const shares = leaned([0.2, 0.5, 0.3], labels, bad)
  expect(shares[0]).toBeGreaterThan(0.2)
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
})
