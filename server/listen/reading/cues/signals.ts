import type { Evidence, Readings } from '../../../model/reading.ts'
import type { CutPost } from '../cut-post.ts'
import { wordFlag } from '../word-flag.ts'
import { evidenceFor, scoreCues } from './cue-scores.ts'
import { findCues } from './find-cues.ts'
import type { CueHit } from './index-cues.ts'

/** What is known of a post beside its words: points of cues, how it is written, what the heads said. All from 0 up. */
export interface Signals {
  /** By name: `intent.complaint` (points of cues), `asks`, `shouts`, `sentiment.negative` (a head's confidence), … */
  values: ReadonlyMap<string, number>
  /** False where the post is surely in a language without cues. */
  isReadable: boolean
  hits: ReadonlyMap<string, readonly CueHit[]>
}

const kept = new WeakMap<CutPost, { signals: Signals; heads: number }>()

/** The signals of a post, gathered once for all readers that decide by them. */
export function signalsOf(cut: CutPost, soFar: Readings): Signals {
  const heads = headNames.filter((name) => soFar[name] !== undefined).length
  const before = kept.get(cut)
  if (before?.heads === heads) return before.signals
  const signals = gather(cut, soFar)
  kept.set(cut, { signals, heads })
  return signals
}

/** The words that speak for labels such as `intent.complaint`. */
export function evidenceOfSignals(cut: CutPost, signals: Signals, names: readonly string[]): Evidence[] {
  return evidenceFor(cut, ...names.map((name) => signals.hits.get(name)))
}

const headNames = ['sentiment', 'emotion', 'offensive', 'irony', 'spam']

/** More points than this say nothing more. */
const mostPoints = 8

function gather(cut: CutPost, soFar: Readings): Signals {
  const values = new Map<string, number>()
  const { language, hits: found } = findCues(cut, soFar)
  const { points, hits } = scoreCues(found)
  for (const [name, sum] of points) values.set(name, Math.max(-4, Math.min(mostPoints, sum)))
  for (const name of headNames) {
    const reading = soFar[name]
    if (reading) values.set(`${name}.${reading.label}`, reading.confidence)
  }
  addManner(cut, values)
  return { values, hits, isReadable: language !== undefined }
}

/** How it is written: questions, shouting, length, links. */
function addManner(cut: CutPost, values: Map<string, number>): void {
  const count = countFlags(cut)
  const { words, flags } = cut
  const last = words.findLast((_, place) => (flags[place]! & faces) === 0)
  const loud = words.filter((word) => word === '!!' || word === '?!').length
  const manner: Record<string, number> = {
    asks: words.some((word) => word.includes('?')) ? 1 : 0,
    asksLast: last?.includes('?') === true ? 1 : 0,
    stressed: Math.min(3, count.stressed),
    shouts: count.capitals >= 3 ? count.capitals / Math.max(1, count.plain) : 0,
    exclaims: Math.min(2, loud),
    links: Math.min(3, count.links),
    wordless: count.plain === 0 ? 1 : 0,
    short: count.plain > 0 && count.plain <= 3 ? 1 : 0,
    length: Math.min(3, count.plain / 20),
  }
  for (const [name, value] of Object.entries(manner)) if (value > 0) values.set(name, value)
}

const faces = wordFlag.emoji | wordFlag.emoticon
const notPlain = faces | wordFlag.link | wordFlag.mark | wordFlag.mention

function countFlags({ words, flags }: CutPost) {
  const count = { capitals: 0, stressed: 0, links: 0, plain: 0 }
  for (let place = 0; place < words.length; place++) {
    const flag = flags[place]!
    if ((flag & wordFlag.capitals) !== 0) {
      count.capitals++
      if (words[place]!.length > 3) count.stressed++
    }
    if ((flag & wordFlag.link) !== 0) count.links++
    if ((flag & notPlain) === 0) count.plain++
  }
  return count
}
