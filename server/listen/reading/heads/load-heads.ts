import { join } from 'node:path'
import { vectorSize } from '../features/word-numbers.ts'
import { readWeights } from '../weights/weights-file.ts'
import type { KnownWords } from './dense-numbers.ts'
import type { Head } from './head-details.ts'
import { featureRules, headsSchema } from './head-details.ts'
import { RowTable } from './row-table.ts'

/** Heads over the same features, ready to score. */
export interface HeadSet {
  version: string
  heads: ReadonlyMap<string, Head>
  columns: number
  table: RowTable
  /** Row by row, a whole number for each column. */
  weights: Int8Array
  words?: KnownWords
  /** By dense number and column. */
  dense: Float32Array
  /** Words met before; those without letters apart. */
  seen: Map<string, SeenWord>
  seenSigns: Map<string, SeenWord>
}

/** What is the same wherever a word stands, worked out when it is first met. */
export interface SeenWord {
  hash: number
  /** What its characters add to each column, in steps. */
  chars: Int32Array
  charCount: number
  valences: readonly [number, number]
  /** Its row among the vectors; -1 without one. */
  vector: number
  /** Its place among the words of the net; -1 until that is asked. */
  netPlace: number
}

/** Reads the weights of `name`. Throws `WeightsRefused` with a sentence. */
export function loadHeads(name: string, folder = join(import.meta.dirname, '../weights')): HeadSet {
  const file = readWeights(join(folder, `${name}.weights`), { name, featureRules, details: headsSchema })
  const { heads, columns, vectors, vectorStep, valenceStep, hasWords } = file.details
  return {
    version: file.version,
    heads: new Map(heads.map((head) => [head.name, head])),
    columns,
    table: new RowTable(file.block('hashes', 'uint32')),
    weights: file.block('weights', 'int8'),
    dense: file.block('dense', 'float32'),
    seen: new Map(),
    seenSigns: new Map(),
    ...(hasWords && {
      words: {
        table: new RowTable(file.block('words', 'uint32')),
        valences: file.block('valences', 'int8'),
        valenceStep,
        vectorCount: vectors,
        vectors: file.block('vectors', 'int8').subarray(0, vectors * vectorSize),
        vectorStep,
      },
    }),
  }
}
