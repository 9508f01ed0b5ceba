import * as fc from 'fast-check'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { readWeights, WeightsRefused, writeWeights } from './weights-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'weights-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = join(folder, 'small.weights')
const header = { name: 'small', version: '3', date: '2026-11-22', featureRules: 7, details: { labels: ['no', 'yes'] } }
const blocks = {
  hashes: new Uint32Array([1, 2, 4_000_000_000]),
  weights: new Int8Array([-128, 0, 127]),
  empty: new Float32Array(),
}
const expected = { name: 'small', featureRules: 7, details: z.object({ labels: z.array(z.string()) }) }

describe('weights', () => {
  test('come back as they were written, as views into one piece of memory', () => {
    const written = writeWeights(file, header, blocks)
    const weights = readWeights(file, expected)
    expect(weights).toMatchObject({ ...header, ...written })
    const hashes = weights.block('hashes', 'uint32')
    expect(hashes).toEqual(blocks.hashes)
    expect(weights.block('weights', 'int8')).toEqual(blocks.weights)
    expect(weights.block('empty', 'float32')).toHaveLength(0)
    expect(weights.block('weights', 'int8').buffer).toBe(hashes.buffer)
  })

  test('of any kinds and lengths come back', () => {
    const kinds = fc.oneof(fc.int8Array(), fc.uint16Array(), fc.int32Array(), fc.float64Array({ noNaN: true }))
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 6 }), fc.string(), (arrays, label) => {
        writeWeights(file, { ...header, details: { labels: [label] } }, Object.fromEntries(arrays.entries()))
        const weights = readWeights(file, expected)
        expect(weights.details.labels).toEqual([label])
        for (const [index, array] of arrays.entries()) {
          const kind = array.constructor.name.replace('Array', '').toLowerCase() as 'int8'
          expect(weights.block(String(index), kind)).toEqual(array)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('written twice are the same bytes', () => {
    const first = writeWeights(file, header, blocks)
    const bytes = readFileSync(file)
    expect(writeWeights(file, header, blocks)).toEqual(first)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })
})

const changed = (change: (bytes: Buffer) => Buffer) => {
  writeWeights(file, header, blocks)
  writeFileSync(file, change(readFileSync(file)))
  return () => readWeights(file, expected)
}
const at = (place: number, value: number) => (bytes: Buffer) => {
  bytes[place] = value
  return bytes
}

describe('refused, with a sentence:', () => {
  test.each([
    ['an empty file', () => Buffer.alloc(0), /is not a weights file/],
    ['another kind of file', () => Buffer.from('{"weights":[]}'.repeat(20)), /is not a weights file/],
    ['another format', at(8, 9), /is written in format 9, this program reads format 1/],
    ['other feature rules than were summed', at(12, 8), /is damaged/],
    [
      'one changed weight',
      (bytes: Buffer) => at(bytes.length - 20, 99)(bytes),
      /is damaged: its checksum does not fit/,
    ],
    ['a file cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 8), /is damaged/],
  ])('%s', (_, change, sentence) => {
    expect(changed(change)).toThrow(WeightsRefused)
    expect(changed(change)).toThrow(sentence)
  })

  test('a file that is not there', () => {
    expect(() => readWeights(join(folder, 'none.weights'), expected)).toThrow(/none\.weights cannot be read/)
  })

  test('weights of another name, other feature rules, other details', () => {
    writeWeights(file, header, blocks)
    expect(() => readWeights(file, { ...expected, name: 'large' })).toThrow(
      /holds the weights “small”, “large” are needed/,
    )
    expect(() => readWeights(file, { ...expected, featureRules: 8 })).toThrow(/rules 7.*by rules 8\. Train it again/)
    expect(() => readWeights(file, { ...expected, details: z.object({ lines: z.number() }) })).toThrow(/lines/)
  })

  test('a block that is not there, or of another kind', () => {
    writeWeights(file, header, blocks)
    const weights = readWeights(file, expected)
    expect(() => weights.block('words', 'int8')).toThrow(/has no block “words”/)
    expect(() => weights.block('weights', 'int16')).toThrow(/“weights” holds int8, int16 is needed/)
  })
})
