import { wordFlag } from '../word-flag.ts'
import type { CutPost } from '../cut-post.ts'
import type { KnownWord, WordClasses } from './word-classes.ts'

/** A post as cues look at it: what is known of each word, and the sentence each stands in. */
export interface CueText {
  known: KnownWord[]
  /** By word: the first word of its sentence. */
  starts: Int32Array
  /** By word: past the last word of its sentence, with its marks. */
  ends: Int32Array
  /** By word: past the last word of its sentence that is more than a mark, an emoji or an emoticon. */
  lasts: Int32Array
  /** By word: 1 where a comma, a dash or a stop stands before it. */
  pauses: Uint8Array
}

const decoration = wordFlag.mark | wordFlag.emoji | wordFlag.emoticon

/** Looks the words up and finds the sentences, in one pass each way. */
export function cueTextOf(cut: CutPost, classes: WordClasses): CueText {
  const count = cut.words.length
  const known: KnownWord[] = Array.from({ length: count })
  const starts = new Int32Array(count)
  const ends = new Int32Array(count)
  const lasts = new Int32Array(count)
  const pauses = new Uint8Array(count)
  let start = 0
  for (let place = 0; place < count; place++) {
    known[place] = classes.look(cut.words[place]!)
    if (place > 0 && beginsSentence(cut, place)) start = place
    starts[place] = start
    if ((cut.flags[place]! & wordFlag.afterPause) !== 0) pauses[place] = 1
  }
  for (let place = count - 1; place >= 0; place--) {
    const isLast = place === count - 1 || starts[place + 1] !== starts[place]
    ends[place] = isLast ? place + 1 : ends[place + 1]!
    const isDecoration = (cut.flags[place]! & decoration) !== 0
    if (!isLast && lasts[place + 1]! > starts[place]!) lasts[place] = lasts[place + 1]!
    else lasts[place] = isDecoration ? starts[place]! : place + 1
  }
  return { known, starts, ends, lasts, pauses }
}

function beginsSentence(cut: CutPost, place: number): boolean {
  const flags = cut.flags[place]!
  if ((flags & wordFlag.newPart) !== 0) return true
  if ((cut.flags[place - 1]! & wordFlag.mark) !== 0 && (flags & decoration) === 0) return true
  return (flags & wordFlag.afterPause) !== 0 && (flags & wordFlag.afterDots) === 0 && stopBefore(cut, place)
}

/** Whether what stands between this word and the one before closes a sentence; a comma or a dash does not. */
function stopBefore({ post, textStart, starts, ends }: CutPost, place: number): boolean {
  const from = ends[place - 1]!
  const inTitle = from < textStart
  const text = inTitle ? (post.title ?? '') : post.text
  const offset = inTitle ? 0 : textStart
  for (let at = from - offset; at < starts[place]! - offset && at < text.length; at++) {
    if (stops.has(text.charCodeAt(at))) return true
  }
  return false
}

/** `.` `;` line break, the Arabic question mark and semicolon, the ideographic full stop. */
const stops = new Set([0x2e, 0x3b, 0x0a, 0x61f, 0x61b, 0x3002])
