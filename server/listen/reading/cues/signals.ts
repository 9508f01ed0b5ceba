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
function addManner({ words, flags }: CutPost, values: Map<string, number>): void {
  let capitals = 0
  let plain = 0
  let links = 0
  let stressed = 0
  let emoji = 0
  for (const [place, word] of words.entries()) {
    const flag = flags[place]!
    if ((flag & wordFlag.capitals) !== 0) capitals++
    if ((flag & wordFlag.capitals) !== 0 && word.length > 3) stressed++
    if ((flag & wordFlag.link) !== 0) links++
    if ((flag & (wordFlag.emoji | wordFlag.emoticon)) !== 0) emoji++
    if ((flag & (wordFlag.link | wordFlag.emoji | wordFlag.emoticon | wordFlag.mark | wordFlag.mention)) === 0) plain++
  }
  const asks = words.some((word) => word.includes('?'))
  const last = words.findLast((_, place) => (flags[place]! & (wordFlag.emoji | wordFlag.emoticon)) === 0)
  if (asks) values.set('asks', 1)
  if (last?.includes('?') === true) values.set('asksLast', 1)
  if (stressed > 0) values.set('stressed', Math.min(3, stressed))
  if (capitals >= 3) values.set('shouts', capitals / Math.max(1, plain))
  const loud = words.filter((word) => word === '!!' || word === '?!').length
  if (loud > 0) values.set('exclaims', Math.min(2, loud))
  if (links > 0) values.set('links', Math.min(3, links))
  if (plain === 0) values.set('wordless', 1)
  else if (plain <= 3) values.set('short', 1)
  if (emoji > 0) values.set('emoji', Math.min(3, emoji))
  values.set('length', Math.min(3, plain / 20))
}
