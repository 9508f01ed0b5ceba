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

/** The posts of a half with their first labels. A line that is not as it must be is an error that names it. */
export function readHalf(half: Half): ChallengePost[] {
  return readLines(fileOfHalf(half), challengePostSchema)
}

const secondSchema = z.strictObject({ id: z.string(), ...labelsSchema.shape })

export type SecondLabels = z.infer<typeof secondSchema>

/** The second labelling, of both halves, made from the texts alone. */
export function readSecondLabels(): SecondLabels[] {
  return readLines(join(import.meta.dirname, 'second-labels.jsonl'), secondSchema)
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
