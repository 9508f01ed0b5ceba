import type { WordSet } from './words-request.ts'

/** Spans of days that sets can be of: how many, and how many days before today they end. */
export const spans = {
  week: { days: 7, before: 0 },
  weekBefore: { days: 7, before: 7 },
  month: { days: 30, before: 0 },
  monthBefore: { days: 30, before: 30 },
} as const
export type Span = keyof typeof spans

const names = ['topic', 'channel', 'department', 'sentiment', 'span'] as const
export type SetField = (typeof names)[number]
/** One side, as the address holds it. */
export type SetChoice = Partial<Record<SetField, string>>

/** What the address of the comparison holds: two sides; `all` of the second side is everything else. */
export interface WordSearch {
  here: SetChoice
  there: SetChoice | 'all'
}

/** Reads the address; without anything the last week is held against the one before. */
export function readWordSearch(values: Record<string, unknown>): WordSearch {
  const here = readSide(values['here'])
  const there = values['there'] === 'all' ? 'all' : readSide(values['there'])
  if (here === undefined && there === undefined) return { here: { span: 'week' }, there: { span: 'weekBefore' } }
  return { here: here ?? {}, there: there ?? 'all' }
}

function readSide(value: unknown): SetChoice | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const side: SetChoice = {}
  for (const [name, text] of Object.entries(value)) {
    const known = names.find((each) => each === name)
    if (known && typeof text === 'string' && text !== '') side[known] = text
  }
  return side
}

/** The set that a side means, by whole days in UTC, so that it stays the same all day. */
export function setOf({ span, sentiment, ...places }: SetChoice, now: Date): WordSet {
  return {
    ...places,
    ...moodOf(sentiment),
    ...(span && Object.hasOwn(spans, span) ? timesOf(spans[span as Span], now) : {}),
  }
}

const moods = ['negative', 'neutral', 'positive', 'unknown'] as const

function moodOf(sentiment: string | undefined): Pick<WordSet, 'sentiment'> {
  const known = moods.find((mood) => mood === sentiment)
  return known ? { sentiment: known } : {}
}

const dayMilliseconds = 86_400_000

function timesOf({ days, before }: { days: number; before: number }, now: Date): { from: string; to: string } {
  const tomorrow = (Math.floor(now.getTime() / dayMilliseconds) + 1) * dayMilliseconds
  const to = tomorrow - before * dayMilliseconds
  return { from: new Date(to - days * dayMilliseconds).toISOString(), to: new Date(to).toISOString() }
}
