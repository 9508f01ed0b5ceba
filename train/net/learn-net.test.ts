import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cutPost } from '../../server/listen/reading/cut-post.ts'
import { openNet } from '../../server/listen/reading/net/open-net.ts'
import { learnNet } from './learn-net.ts'
import type { NetSource } from './net-sources.ts'
import { writeNet } from './write-net.ts'

const data = mkdtempSync(join(tmpdir(), 'learn-net-'))
afterAll(() => rmSync(data, { recursive: true }))

const things = 'parcel screen driver ticket coffee invoice battery window garden winter'.split(' ')
const good = ['splendid', 'lovely']
const bad = ['dreadful', 'broken']

/** “not” turns what follows around, so that single words do not give it away. */
function toyRow(index: number): { text: string; label: string } {
  const isTurned = index % 2 === 1
  const isGood = index % 4 < 2
  const word = (isGood ? good : bad)[Math.floor(index / 4) % 2]!
  const [first, last] = [things[Math.floor(index / 8) % 10]!, things[Math.floor(index / 80) % 10]!]
  const label = isGood === isTurned ? 'sour' : 'sweet'
  return { text: `the ${first} was ${isTurned ? 'not ' : ''}${word} ${last}`, label }
}

const source: NetSource = {
  head: 'taste',
  set: 'toy',
  labels: ['sour', 'sweet'],
  labelsOf: (row) => [String(row['label'])],
  times: 1,
  balance: 0.5,
}

/** Words without any vectors: all begin by chance. */
const known = { words: [], vectorOf: () => undefined }

function trained(seed: number, out: string) {
  const training = { data, sources: [source], known, seed, mostWords: 200, passes: 8, rate: 0.005 }
  const { model, vocabulary } = learnNet(training)
  writeNet(out, { model, words: vocabulary.words, isKept: () => true, version: '1', date: '2026-11-22' })
  return readFileSync(out)
}

beforeAll(() => {
  mkdirSync(join(data, 'toy'))
  const lines = Array.from({ length: 400 }, (_, index) => JSON.stringify(toyRow(index)))
  writeFileSync(join(data, 'toy', 'train.jsonl.gz'), gzipSync(lines.join('\n')))
})

describe('a small training', () => {
  const file = join(data, 'toy.weights')

  test('comes to the same bytes from the same seed, and to others from another', { timeout: 120_000 }, () => {
    const first = trained(3, file)
    expect(trained(3, file).equals(first)).toBe(true)
    expect(trained(4, join(data, 'other.weights')).equals(first)).toBe(false)
  })

  test('learns that “not” turns the next word around', () => {
    const net = openNet(file)
    const taste = net.head('taste')
    const answer = (text: string) => {
      const [sour = 0] = taste.probabilities(net.look(cutPost({ text }).words)!)
      return sour > 0.5 ? 'sour' : 'sweet'
    }
    expect(answer('the parcel was lovely')).toBe('sweet')
    expect(answer('the parcel was not lovely')).toBe('sour')
    expect(answer('the driver was dreadful')).toBe('sour')
    expect(answer('the driver was not dreadful')).toBe('sweet')
  })
})
