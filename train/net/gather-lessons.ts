import { join } from 'node:path'
import * as z from 'zod'
import { cutPost } from '../../server/listen/reading/cut-post.ts'
import { readJsonLines } from '../rows/read-json-lines.ts'
import { targetsOf, wordPlaces } from './example.ts'
import type { NetSource } from './net-sources.ts'
import type { Lesson } from './train-net.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface CutRow {
  words: readonly string[]
  labels: readonly string[]
}

const rowSchema = z.looseObject({ text: z.string() })

/** The rows of one part of a source, cut into words; rows without a label that counts stay out. */
export function readCutRows(data: string, source: NetSource, part: 'train' | 'val'): CutRow[] {
  return readJsonLines(join(data, source.set, `${part}.jsonl.gz`), rowSchema)
    .map((row) => ({ words: cutPost({ text: row.text }).words, labels: source.labelsOf(row) }))
    .filter(({ words, labels }) => words.length > 0 && labels.some((label) => source.labels.includes(label)))
}

/** One lesson a source, in their order. */
export function lessonsOf(
  rows: readonly (readonly CutRow[])[],
  sources: readonly NetSource[],
  vocabulary: Vocabulary,
): Lesson[] {
  return sources.map((source, head) => {
    const own = rows[head]!
    const targets = targetsOf(
      own.map(({ labels }) => labels),
      source,
    )
    const examples = own.map(({ words }, index) => ({ words: wordPlaces(words, vocabulary), target: targets[index]! }))
    return { head, times: source.times, examples }
  })
}
