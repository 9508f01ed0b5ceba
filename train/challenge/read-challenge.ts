import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type ChallengePost, challengePostSchema, labelsSchema } from './challenge-post.ts'

/** `open` is for tuning, `locked` only for the last figure. */
export type Half = 'open' | 'locked'

export const halves: readonly Half[] = ['open', 'locked']

export function fileOfHalf(half: Half): string {
  return join(import.meta.dirname, half, 'posts.jsonl')
}

/** The posts of a half with the labels that hold, by ruling where two labellings differed. A line that is not as it must be is an error that names it. */
export function readHalf(half: Half): ChallengePost[] {
  return readLines(fileOfHalf(half), challengePostSchema)
}

/** Both halves. */
export function readSet(): ChallengePost[] {
  return halves.flatMap((half) => readHalf(half))
}

const labelledSchema = z.strictObject({ id: z.string(), ...labelsSchema.shape })

/** What one labelling says of one text. */
export type Labelled = z.infer<typeof labelledSchema>

export const firstLabelsFile = join(import.meta.dirname, 'first-labels.jsonl')

/** The labelling of those who wrote the texts, as it was before anything was ruled. */
export function readFirstLabels(): Labelled[] {
  return readLines(firstLabelsFile, labelledSchema)
}

/** The second labelling, made by another session from the texts and the guidelines alone. */
export function readSecondLabels(): Labelled[] {
  return readLines(join(import.meta.dirname, 'second-labels.jsonl'), labelledSchema)
}

/** JSON lines, each checked. Empty where there is no such file. */
export function readLines<Line>(file: string, schema: z.ZodType<Line>): Line[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, `${file}:${index + 1}`, schema)]))
}

function parseLine<Line>(line: string, where: string, schema: z.ZodType<Line>): Line {
  try {
    return schema.parse(JSON.parse(line))
  } catch (cause) {
    throw new Error(`${where} is not as it must be: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
}
