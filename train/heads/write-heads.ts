import type { Head, HeadDetails } from '../../server/listen/reading/heads/head-details.ts'
import { featureRules } from '../../server/listen/reading/heads/head-details.ts'
import type { Block } from '../../server/listen/reading/weights/block-kinds.ts'
import { writeWeights } from '../../server/listen/reading/weights/weights-file.ts'
import { denseSize } from '../../server/listen/reading/heads/dense-numbers.ts'
import { HashIndex } from '../rows/hash-index.ts'
import type { WordBlocks } from '../words/known-words.ts'
import { readAs } from './head-task.ts'
import type { TrainedHead } from './train-head.ts'

export interface Fitted {
  temperature: number
  offsets: number[]
  decision: number[]
  line: number
}

export interface HeadsFile {
  out: string
  name: string
  version: string
  date: string
  heads: readonly TrainedHead[]
  words: WordBlocks | undefined
  /** By head; as learned where it is not there yet. */
  fitted?: ReadonlyMap<string, Fitted>
}

/** Writes heads over one table of all their features, weights in whole steps. */
export function writeHeads(file: HeadsFile): { bytes: number; checksum: string } {
  const { out, name, version, date, heads, words, fitted } = file
  const index = new HashIndex()
  for (const { hashes } of heads) for (const hash of hashes) index.add(hash)
  const columns = heads.reduce((sum, head) => sum + head.columns, 0)
  const weights = new Int8Array(index.size * columns)
  const dense = new Float32Array(words ? denseSize * columns : 0)
  const described: Head[] = []
  let column = 0
  for (const head of heads) {
    const step = stepOf(head)
    const rows = Int32Array.from(head.hashes, (hash) => index.find(hash))
    placeColumns(weights, { columns, column, rows }, { ...head, values: toSteps(head.sparse, step) })
    if (words) placeColumns(dense, { columns, column }, { ...head, values: head.dense })
    described.push(...describe(head, { column, step, fitted }))
    column += head.columns
  }
  const details = { heads: described, columns, ...wordDetails(words) }
  const blocks: Record<string, Block> = { hashes: new Uint32Array(index.list().hashes), weights, dense }
  if (words) Object.assign(blocks, { words: words.words, valences: words.valences, vectors: words.vectors })
  return writeWeights(out, { name, version, date, featureRules, details }, blocks)
}

function wordDetails(words: WordBlocks | undefined): Omit<HeadDetails, 'heads' | 'columns'> {
  if (!words) return { hasWords: false, vectors: 0, vectorStep: 1, valenceStep: 1 }
  const { vectorCount: vectors, vectorStep, valenceStep } = words
  return { hasWords: true, vectors, vectorStep, valenceStep }
}

/** Puts the columns of one head beside those of the others; `rows` tells where its rows are, if not in their order. */
function placeColumns(
  into: Int8Array | Float32Array,
  { columns, column, rows }: { columns: number; column: number; rows?: Int32Array },
  { columns: own, values }: { columns: number; values: Int8Array | Float32Array },
): void {
  for (let place = 0; place < values.length; place++) {
    const row = Math.floor(place / own)
    into[(rows ? rows[row]! : row) * columns + column + (place % own)] = values[place]!
  }
}

function toSteps(weights: Float32Array, step: number): Int8Array {
  return Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step))))
}

function describe(
  { task, columns, biases }: TrainedHead,
  { column, step, fitted }: { column: number; step: number; fitted: HeadsFile['fitted'] },
): Head[] {
  const labels = [...task.labels]
  return readAs(task).map(({ name, source }) => ({
    name,
    labels,
    column,
    columns,
    step,
    biases: Array.from(biases[source]!),
    ...(fitted?.get(name) ?? asLearned(labels.length)),
  }))
}

function asLearned(labels: number): Fitted {
  const none = Array.from({ length: labels }, () => 0)
  return { temperature: 1, offsets: none, decision: none, line: 0 }
}

/** A few weights are much larger than all others; they are cut to the end of the scale. */
const within = 0.9995

function stepOf({ sparse }: TrainedHead): number {
  const sizes = sparse.map(Math.abs).sort()
  return Math.max(1e-6, sizes[Math.floor((sizes.length - 1) * within)]! / 127)
}
