import * as fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { WeightsRefused, writeWeights } from '../weights/weights-file.ts'
import { filtersPerWidth as filters, productCount, unitCount, unwritten, vectorSize } from './net-shape.ts'
import { netRules, openNet } from './open-net.ts'
import { mostWords } from './word-tables.ts'

const folder = mkdtempSync(join(tmpdir(), 'net-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'net.weights')

/** Numbers that look like chance and are the same each time. */
const wave = (size: number, step: number) => Array.from({ length: size }, (_, index) => Math.sin(index * step + step))

const words = [...unwritten, ...Array.from({ length: 3_000 }, (_, index) => `word${index}`), '😂', '!!', '@user']
const details = {
  filterScale: 1 / 400_000,
  tableScale: 6_000,
  heads: [{ name: 'mood', labels: ['bad', 'so', 'good'] }],
  scores: [],
}
const blocks = {
  words: new TextEncoder().encode(words.join('\n')),
  vectors: Int8Array.from(wave(words.length * vectorSize, 1.7), (value) => value * 127),
  vectorScales: Float32Array.from(wave(words.length, 0.9), (value) => (1.5 + value) / 200),
  filters: Int16Array.from(wave(productCount * vectorSize, 2.3), (value) => value * 32_767),
  offsets: Float32Array.from(wave(unitCount, 0.3), (value) => value / 4),
  'mood weights': Float32Array.from(wave(3 * unitCount, 3.1), (value) => value / 9),
  'mood offsets': Float32Array.from([0.2, -0.1, 0]),
}
const header = { name: 'net', version: '7', date: '2026-11-22', featureRules: netRules, details }
writeWeights(file, header, blocks)

/** The same as the net, as slowly and plainly as it can be said. */
function slowly(post: readonly string[]): number[] {
  const known = post.slice(0, mostWords - 2).map((word) => words.indexOf(word))
  const places = [1, ...known.map((place) => (place < 0 ? 0 : place)), 2]
  const product = (at: number, row: number) => {
    let sum = 0
    for (let index = 0; index < vectorSize; index++) {
      const number = blocks.vectors[places[at]! * vectorSize + index]! * blocks.vectorScales[places[at]!]!
      sum += number * blocks.filters[row * vectorSize + index]! * details.filterScale
    }
    return sum
  }
  const units = Array.from({ length: unitCount }, (_, unit) => {
    const filter = unit % filters
    const width = Math.floor(unit / filters)
    const sums = Array.from(known.keys(), (index) => {
      const at = index + 1
      if (width === 0) return product(at, filter)
      if (width === 1) return product(at, filters + filter) + product(at + 1, 2 * filters + filter)
      return (
        product(at - 1, 3 * filters + filter) +
        product(at, 4 * filters + filter) +
        product(at + 1, 5 * filters + filter)
      )
    })
    return Math.max(0, Math.max(...sums) + blocks.offsets[unit]!)
  })
  const powers = [0, 1, 2].map((label) => {
    const row = blocks['mood weights'].subarray(label * unitCount, (label + 1) * unitCount)
    return Math.exp(units.reduce((sum, unit, index) => sum + unit * row[index]!, blocks['mood offsets'][label]!))
  })
  return powers.map((power) => power / powers.reduce((sum, each) => sum + each, 0))
}

const net = openNet(file)
const mood = net.head('mood')
const ask = (post: readonly string[]) => [...mood.probabilities(net.look(post)!)]

describe('a net', () => {
  test.each([
    ['one word', ['word1']],
    ['a word that it does not know', ['covfefe']],
    ['emoji and marks', ['😂', '!!']],
    ['names of properties', ['__proto__', 'constructor', 'toString']],
    ['the words that are not written', [...unwritten]],
  ])('answers %s as the plain sum does', (_, post) => {
    for (const [label, probability] of slowly(post).entries()) expect(ask(post)[label]).toBeCloseTo(probability, 2)
  })

  test('answers any posts as the plain sum does', () => {
    const word = fc.oneof(fc.constantFrom(...words), fc.string())
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (post) => {
        for (const [label, probability] of slowly(post).entries()) expect(ask(post)[label]).toBeCloseTo(probability, 2)
      }),
      { numRuns: 40 },
    )
  })

  test('answers the same to places that were looked up before', () => {
    const post = ['word7', 'covfefe', '!!']
    expect(net.lookAt(post.map(net.placeOf))).toEqual(net.look(post))
  })

  test('says nothing of a post without words', () => expect(net.look([])).toBeUndefined())

  test('reads no more than fits, and hears the rest of a long post as well as a short one', () => {
    const long = Array.from({ length: 50_000 }, (_, index) => `word${index % 3_000}`)
    expect(ask(long)).toEqual(ask(long.slice(0, mostWords - 2)))
    expect(ask(long).reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 5)
  })

  test('answers the same when it forgets its tables in between', () => {
    const forgetful = openNet(file, { keptWords: mostWords })
    const long = Array.from({ length: 4_000 }, (_, index) => `word${(index * 7) % 3_000}`)
    const posts = Array.from({ length: 40 }, (_, post) => long.slice(post * 100, post * 100 + 100))
    for (const post of [...posts, ...posts]) expect(forgetful.look(post)).toEqual(net.look(post))
  })

  test('has only the heads that it was taught', () => {
    expect(() => net.head('taste')).toThrow('the net has no head “taste”, only mood')
  })

  test('of other rules of cutting is refused', () => {
    const old = join(folder, 'old.weights')
    writeWeights(old, { ...header, featureRules: netRules + 1 }, blocks)
    expect(() => openNet(old)).toThrow(WeightsRefused)
  })
})
