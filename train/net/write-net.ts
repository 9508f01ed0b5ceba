import { productCount, vectorSize } from '../../server/listen/reading/net/net-shape.ts'
import type { NetDetails } from '../../server/listen/reading/net/open-net.ts'
import { netRules } from '../../server/listen/reading/net/open-net.ts'
import type { Block } from '../../server/listen/reading/weights/block-kinds.ts'
import { writeWeights } from '../../server/listen/reading/weights/weights-file.ts'
import type { HeadModel, NetModel } from './net-model.ts'
import { openWorkspace } from './workspace.ts'

export interface WrittenNet {
  model: NetModel
  words: readonly string[]
  /** Heads that served the learning alone stay behind. */
  isKept: (head: HeadModel) => boolean
  version: string
  /** The day of the training, such as `2026-11-22`. */
  date: string
  scores?: NetDetails['scores']
}

/** Writes a net: vectors in numbers of 8 bits with a scale for each word, filters in 16 bits with one scale. */
export function writeNet(file: string, { model, words, isKept, version, date, scores = [] }: WrittenNet) {
  const heads = model.heads.filter((head) => isKept(head))
  const filters = shrink(model.filters, 32_767)
  const vectorScales = new Float32Array(words.length)
  const vectors = new Int8Array(words.length * vectorSize)
  for (let word = 0; word < words.length; word++) {
    const row = shrink(model.vectors.subarray(word * vectorSize, (word + 1) * vectorSize), 127)
    vectors.set(row.numbers, word * vectorSize)
    vectorScales[word] = row.scale
  }
  const details: NetDetails = {
    filterScale: filters.scale,
    tableScale: largestShort / largestProduct(model),
    heads: heads.map(({ name, labels }) => ({ name, labels: [...labels] })),
    scores,
  }
  const blocks: Record<string, Block> = {
    words: new TextEncoder().encode(words.join('\n')),
    vectors,
    vectorScales,
    filters: Int16Array.from(filters.numbers),
    offsets: model.offsets,
  }
  for (const { name, weights, offsets } of heads) {
    blocks[`${name} weights`] = weights
    blocks[`${name} offsets`] = offsets
  }
  return writeWeights(file, { name: 'net', version, date, featureRules: netRules, details }, blocks)
}

/** Leaves room: the sum of three products should still fit into 16 bits. */
const largestShort = 16_000

/** Whole numbers up to `most`, and what to multiply them by. */
function shrink(numbers: Float32Array, most: number): { numbers: Float32Array; scale: number } {
  const largest = numbers.reduce((size, number) => Math.max(size, Math.abs(number)), 0)
  const scale = Math.fround(largest === 0 ? 1 : largest / most)
  return { numbers: numbers.map((number) => Math.round(number / scale)), scale }
}

function largestProduct({ vectors, filters }: NetModel): number {
  const rows = 1_000
  const space = openWorkspace(rows, 0)
  space.filters.set(filters)
  let largest = 0
  for (let at = 0; at < vectors.length; at += rows * vectorSize) {
    const some = vectors.subarray(at, at + rows * vectorSize)
    space.vectors.set(some)
    space.multiply(some.length / vectorSize)
    const made = space.products.subarray(0, (some.length / vectorSize) * productCount)
    largest = made.reduce((size, product) => Math.max(size, Math.abs(product)), largest)
  }
  return largest
}
