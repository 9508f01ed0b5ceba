import type { WordVectors } from '../word-vectors.ts'
import { firstVectors } from './first-vectors.ts'
import { lessonsOf, readCutRows } from './gather-lessons.ts'
import type { NetModel } from './net-model.ts'
import { freshModel } from './net-model.ts'
import type { NetSource } from './net-sources.ts'
import { seededRandom } from './random.ts'
import { trainNet } from './train-net.ts'
import type { Vocabulary } from './vocabulary.ts'
import { chooseVocabulary } from './vocabulary.ts'

export interface NetTraining {
  /** The folder of the data sets. */
  data: string
  sources: readonly NetSource[]
  known: WordVectors
  seed: number
  /** The most words that the net knows. */
  mostWords: number
  passes: number
  /** How far the first steps go; 0.001 is usual. */
  rate: number
  tell?: (line: string) => void
}

/** Learns a net from the train parts of the sources. The same data and seed give the same net. */
export function learnNet({ data, sources, known, seed, mostWords, passes, rate, tell }: NetTraining): {
  model: NetModel
  vocabulary: Vocabulary
} {
  const rows = sources.map((source) => readCutRows(data, source, 'train'))
  const vocabulary = chooseVocabulary(
    rows.flat().map(({ words }) => words),
    {
      most: mostWords,
      leastPosts: 3,
      hasVector: (word) => known.vectorOf(word) !== undefined,
      further: known.words,
    },
  )
  const random = seededRandom(seed)
  const heads = sources.map(({ head, labels }) => ({ name: head, labels }))
  const model = freshModel(firstVectors(vocabulary.words, known, random), heads, random)
  trainNet(model, {
    lessons: lessonsOf(rows, sources, vocabulary),
    passes,
    batchSize: 64,
    rate,
    dropout: { words: 0.15, units: 0.4 },
    random,
    onPass: (pass, loss) => tell?.(`pass ${pass} of ${passes}: loss ${loss.toFixed(4)}`),
  })
  return { model, vocabulary }
}
