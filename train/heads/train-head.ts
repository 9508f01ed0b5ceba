import { denseSize } from '../../server/listen/reading/heads/dense-numbers.ts'
import type { KnownWords } from '../../server/listen/reading/heads/dense-numbers.ts'
import type { Softmax } from '../fit/fit-softmax.ts'
import { fitSoftmax } from '../fit/fit-softmax.ts'
import { logCountRatios } from '../fit/log-count-ratios.ts'
import { learnWhitening, unwhiten, whiten } from '../fit/whitening.ts'
import { denseRows } from '../rows/dense-rows.ts'
import { extractRows } from '../rows/extract-rows.ts'
import { HashIndex } from '../rows/hash-index.ts'
import type { SparseRows } from '../rows/sparse-rows.ts'
import { sparseRows } from '../rows/sparse-rows.ts'
import type { HeadTask } from './head-task.ts'
import { mostUseful } from './most-useful.ts'

/** A head as it was learned. */
export interface TrainedHead {
  task: HeadTask
  hashes: Uint32Array
  /** One for each label; of two labels one alone, for how much more speaks for the second. */
  columns: number
  /** By hash and column. */
  sparse: Float32Array
  /** By dense number and column. */
  dense: Float32Array
  /** By source, one for each label. */
  biases: Float64Array[]
}

/** Least size of a log-count ratio: below it a feature would not move at all. */
const ratioFloor = 0.1
const firstIterations = 14
const secondIterations = 24

/** Learns a head twice: from all features, then from the most useful ones alone. */
export function trainHead(task: HeadTask, words: KnownWords | undefined, tell: (line: string) => void): TrainedHead {
  const texts = task.examples.map(({ text }) => text)
  const hashed = extractRows(texts)
  const all = new HashIndex()
  for (const hash of hashed.hashes) all.add(hash)
  const { hashes, counts } = all.list()
  const often = chosen(hashes, (place) => counts[place]! >= task.leastCount)
  tell(`${task.name}: ${texts.length} texts, ${often.size} of ${hashes.length} features`)
  const width = words ? denseSize : 0
  const dense = words ? denseRows(texts, words) : new Float32Array()
  const whitening = learnWhitening(dense, width, texts.length)
  whiten(dense, whitening)
  const fit = (known: HashIndex, iterations: number): { rows: SparseRows; learned: Softmax } => {
    const rows = sparseRows(hashed, known)
    return { rows, learned: fitRows(task, { rows, dense, width, iterations, tell }) }
  }
  const first = fit(often, firstIterations)
  const useful = mostUseful(first.rows, first.learned.sparse, { classes: task.labels.length, most: task.kept })
  const second = fit(
    chosen(often.list().hashes, (place) => useful.has(place)),
    secondIterations,
  )
  const classes = task.labels.length
  const plain = unwhiten(second.learned.dense, whitening, classes)
  const columns = classes === 2 ? 1 : classes
  return {
    task,
    columns,
    hashes: hashesOf(second.rows, often, useful),
    sparse: toColumns(second.learned.sparse, columns),
    dense: toColumns(plain.weights, columns),
    biases: task.sources.map((_, source) => {
      const biases = plain.added.map((added, label) => added + second.learned.biases[source * classes + label]!)
      return columns === 1 ? new Float64Array([0, biases[1]! - biases[0]!]) : biases
    }),
  }
}

function toColumns(weights: Float32Array, columns: number): Float32Array {
  if (columns > 1) return weights
  return Float32Array.from({ length: weights.length / 2 }, (_, row) => weights[row * 2 + 1]! - weights[row * 2]!)
}

function chosen(hashes: Uint32Array, isKept: (place: number) => boolean): HashIndex {
  const index = new HashIndex()
  for (const [place, hash] of hashes.entries()) if (isKept(place)) index.add(hash)
  return index
}

function hashesOf({ columns }: SparseRows, often: HashIndex, useful: ReadonlySet<number>): Uint32Array {
  const kept = often.list().hashes.filter((_, place) => useful.has(place))
  if (kept.length !== columns) throw new RangeError('a kept feature stands in no row')
  return kept
}

interface Rows {
  rows: SparseRows
  dense: Float32Array
  width: number
  iterations: number
  tell: (line: string) => void
}

function fitRows(task: HeadTask, { rows, dense, width, iterations, tell }: Rows): Softmax {
  const { examples, sources, freedom } = task
  const classes = task.labels.length
  const labels = Int32Array.from(examples, ({ label }) => label)
  return fitSoftmax(
    {
      sparse: rows,
      dense,
      width,
      labels,
      sources: Int32Array.from(examples, ({ source }) => source),
      weights: rowWeights(task),
    },
    {
      classes,
      sourceCount: sources.length,
      ratios: logCountRatios(rows, { labels, classes, floor: ratioFloor }),
      freedom,
      iterations,
      tell: (iteration, loss) => iteration % 8 === 7 && tell(`  ${iteration + 1}: ${loss.toFixed(0)}`),
    },
  )
}

/** Rare labels weigh more, within each source. */
function rowWeights({ examples, labels, sources, balance }: HeadTask): Float32Array {
  const counts = sources.map(() => new Float64Array(labels.length))
  for (const { source, label } of examples) counts[source]![label]!++
  return Float32Array.from(examples, ({ source, label }) => {
    const own = counts[source]!
    const all = own.reduce((sum, count) => sum + count, 0)
    return sources[source]!.weight * (all / (labels.length * own[label]!)) ** balance
  })
}
