import type { Reading } from '../../../model/reading.ts'
import { unknownLabel } from '../../../model/reading.ts'
import type { ReadablePost } from '../readable-post.ts'
import { readScript } from './read-script.ts'

const reader = 'language@1'

/** Below this a guess is wrong too often to be told. */
const line = 0.6

/** The language of a post, as two letters (ISO 639-1). The tables are loaded when first needed and then shared. */
export async function readLanguage(post: ReadablePost): Promise<Reading> {
  const text = lettersOf(post)
  const stated = post.language?.toLowerCase().split(/[-_]/)[0]
  const byScript = readScript(text)
  if (byScript) return { ...byScript, evidence: [], reader }
  const guess = await guessLanguage(text, stated)
  if (guess.confidence >= line) return { ...guess, evidence: [], reader }
  if (stated && /^[a-z]{2,3}$/.test(stated)) return { label: stated, confidence: line, evidence: [], reader }
  return { label: unknownLabel, confidence: guess.confidence, evidence: [], reader }
}

export interface LazyLanguage {
  reading: () => Promise<Reading>
  /** `undefined` when it cannot be told. */
  label: () => Promise<string | undefined>
}

/** Reads the language once, however often it is asked for. */
export function lazyLanguage(post: ReadablePost): LazyLanguage {
  let pending: Promise<Reading> | undefined
  const reading = () => (pending ??= readLanguage(post))
  return {
    reading,
    label: async () => {
      const { label } = await reading()
      return label === unknownLabel ? undefined : label
    },
  }
}

const usualLength = 1000

/** Names, addresses and tags say little of the language; what is left is what somebody wrote. */
function lettersOf(post: ReadablePost): string {
  const text = post.title === undefined ? post.text : `${post.title} ${post.text}`
  return text
    .slice(0, usualLength * 2)
    .replaceAll(/\bhttps?:\/\/\S+|\bwww\.\S+|(?<![\p{L}\p{N}])[@#][\p{L}\p{M}\p{N}_.-]+|\S+@\S+/giu, ' ')
    .slice(0, usualLength)
}

const loadTables = () => import('eld/extrasmall')
let loading: ReturnType<typeof loadTables> | undefined

async function guessLanguage(text: string, stated: string | undefined): Promise<{ label: string; confidence: number }> {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < 3) return { label: unknownLabel, confidence: 0 }
  const { eld } = await (loading ??= loadTables())
  const scores = Object.entries(eld.detect(text).getScores()).toSorted((a, b) => b[1] - a[1])
  const [best, second] = scores
  if (!best) return { label: unknownLabel, confidence: 0 }
  if (stated && stated !== best[0]) {
    const own = scores.find(([label]) => label === stated)
    if (own && own[1] > best[1] * 0.9) return { label: stated, confidence: 0.7 }
  }
  return { label: best[0], confidence: confidenceOf(best[1], second?.[1] ?? 0, letters) }
}

/** How often the first guess was right on short labelled texts: by its letters, then by its lead over the second guess. */
const measured: { letters: number; right: number[] }[] = [
  { letters: 8, right: [0.35, 0.48, 0.64, 0.79, 0.81, 0.81] },
  { letters: 15, right: [0.5, 0.64, 0.84, 0.87, 0.95, 0.95] },
  { letters: 30, right: [0.61, 0.75, 0.9, 0.93, 0.98, 0.98] },
  { letters: 60, right: [0.69, 0.95, 0.97, 0.98, 0.99, 0.99] },
  { letters: Infinity, right: [0.93, 0.97, 0.98, 0.99, 0.99, 0.99] },
]
const leads = [0.02, 0.05, 0.1, 0.2, 0.35]

function confidenceOf(best: number, second: number, letters: number): number {
  const lead = 1 - second / best
  const row = measured.find((band) => letters < band.letters)
  return row?.right[leads.filter((from) => lead >= from).length] ?? 0
}
