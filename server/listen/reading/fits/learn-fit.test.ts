import { describe, expect, test } from 'vitest'
import { cutPost } from '../cut-post.ts'
import { applyFit } from './apply-fit.ts'
import { chooseFit, holdBack } from './choose-fit.ts'
import { sharesOf, softmax } from './fit.ts'
import { evenOut } from './gather-answers.ts'
import { gramsOf } from './grams-of-post.ts'
import { type Answer, learnFit } from './learn-fit.ts'
import { scoreFit } from './score-fit.ts'

const labels = ['negative', 'neutral', 'positive']

/** Numbers that look drawn by chance and are the same in every run. */
function drawing(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

/** Snowboarders praise with words that a reader takes for blame: “sick” is good here, “mid” is bad. */
function slang(count: number, seed = 7): (Answer & { key: number; text: string })[] {
  const draw = drawing(seed)
  const pick = (words: string) => words.split(' ')[Math.floor(draw() * words.split(' ').length)]!
  return Array.from({ length: count }, (_, key) => {
    const isGood = draw() < 0.5
    const text = `the ${pick('board boots jacket helmet binding')} is ${isGood ? 'sick' : 'mid'} ${pick('today again man really')}`
    const said = { label: draw() < 0.5 ? 'negative' : 'neutral', confidence: 0.6 }
    const shares = sharesOf(labels, said)
    return { key, text, shares, grams: gramsOf(cutPost({ text })), target: isGood ? 2 : 0, weight: 1 }
  })
}

describe('a head', () => {
  test('learns the words of the house from answers, and names them as its reasons', () => {
    const [learned, held] = holdBack(slang(240))
    const { fit, kind } = chooseFit(learned, labels)
    expect(kind).toBe('head')
    const [before, after] = [scoreFit(held, undefined, 3), scoreFit(held, fit, 3)]
    expect(before.right / before.count).toBeLessThan(0.5)
    expect(after.right / after.count).toBeGreaterThan(0.95)
    const text = 'this ride was sick'
    const said = { label: 'negative', confidence: 0.7, evidence: [] }
    const fitted = applyFit(fit, cutPost({ text }), said)
    expect(fitted.label).toBe('positive')
    expect(fitted.evidence.map(({ start, end }) => text.slice(start, end)).join(' ')).toContain('sick')
  })

  test('leaves what the reader does not know unknown', () => {
    const { fit } = chooseFit(slang(80), labels)
    const said = { label: 'unknown', confidence: 0, evidence: [] }
    expect(applyFit(fit, cutPost({ text: 'sick' }), said)).toEqual(said)
  })

  test('is the same for the same answers', () => {
    expect(chooseFit(slang(80), labels)).toEqual(chooseFit(slang(80), labels))
  })
})

describe('the calibration', () => {
  test('of a reader that is too sure of itself is set right', () => {
    const draw = drawing(3)
    const answers = Array.from({ length: 600 }, (): Answer => {
      const said = Math.floor(draw() * 3)
      const target = draw() < 0.6 ? said : (said + 1) % 3
      return { shares: sharesOf(labels, { label: labels[said]!, confidence: 0.97 }), grams: [], target, weight: 1 }
    })
    const fit = learnFit(answers, { labels, withHead: false })
    expect(fit.temperature).toBeGreaterThan(1.5)
    expect(fit.hashes).toHaveLength(0)
    expect(scoreFit(answers, undefined, 3).calibrationError).toBeGreaterThan(0.3)
    expect(scoreFit(answers, fit, 3).calibrationError).toBeLessThan(0.06)
  })

  test('shares add up to one, the reader’s own label first', () => {
    const shares = sharesOf(labels, { label: 'positive', confidence: 0.8 })
    expect(shares[2]).toBeCloseTo(0.8)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
    expect(softmax([1_000, 1_000, -1_000])).toEqual([0.5, 0.5, 0])
  })
})

test('near-duplicates are never on both sides', () => {
  const answers = slang(100).map((answer) => ({ ...answer, key: Math.floor(answer.key / 5) }))
  const [learned, held] = holdBack(answers)
  expect(held.length).toBeGreaterThan(10)
  const learnedKeys = new Set(learned.map(({ key }) => key))
  expect(held.filter(({ key }) => learnedKeys.has(key))).toEqual([])
})

const sum = (some: { weight: number }[]) => some.reduce((total, { weight }) => total + weight, 0)

test('many corrections of mistakes do not make the reader look worse than a random check says', () => {
  const mistakes = Array.from({ length: 160 }, () => ({ weight: 1, isRight: false, isSampled: false }))
  const drawn = Array.from({ length: 40 }, (_, at) => ({ weight: 1, isRight: at < 32, isSampled: true }))
  const even = evenOut([...mistakes, ...drawn])
  expect(sum(even.filter(({ isRight }) => isRight)) / sum(even)).toBeCloseTo(0.8)
  expect(sum(even)).toBeCloseTo(200)
  expect(evenOut(mistakes)).toEqual(mistakes)
})
