import type { Evidence } from '../../model/reading.ts'
import { resolveEntities } from './cutting/resolve-entities.ts'
import { takeWords } from './cutting/take-words.ts'
import type { ReadablePost } from './readable-post.ts'
import { wordFlag } from './word-flag.ts'

/**
 * A post cut into words, once for all readers. The words are those of the title, then of the text; of both together no
 * more is read than {@link readLength} UTF-16 units.
 */
export interface CutPost {
  post: ReadablePost
  /**
   * Lower case and NFC. Links are `http`, mentions `@user`, numbers `0`; hashtags stand without their mark; letters repeated
   * three times or more are cut to two; curly quotes are straight. Each emoji (less skin tone and variant), each emoticon
   * (less its nose) and each run of marks (`!`, `!!`, `?`, `??`, `?!`) is a word.
   */
  words: string[]
  /** UTF-16 offsets into title, line break and text joined; into the text alone where there is no title. Ends exclusive. */
  starts: Int32Array
  ends: Int32Array
  /** Bits of {@link wordFlag}. */
  flags: Uint16Array
  /** Where the text begins in the joined text; 0 without a title. */
  textStart: number
}

/** What stands later in a post is not read. */
export const readLength = 2_000

/** Cuts a post into words, in one pass that takes time by its length. */
export function cutPost(post: ReadablePost): CutPost {
  const textStart = post.title === undefined || post.title === '' ? 0 : post.title.length + 1
  const joined = textStart === 0 ? post.text : `${post.title}\n${post.text}`
  const { text, offsets } = resolveEntities(joined.slice(0, readLength))
  const cut = { post, textStart, ...takeWords(text) }
  if (offsets) {
    for (let place = 0; place < cut.starts.length; place++) {
      cut.starts[place] = offsets[cut.starts[place]!]!
      cut.ends[place] = offsets[cut.ends[place]!]!
    }
  }
  const first = textStart === 0 ? -1 : cut.starts.findIndex((start) => start >= textStart)
  if (first >= 0) cut.flags[first]! |= wordFlag.newPart
  return cut
}

/** Where words stand in the post; `toWord` is exclusive. A range over title and text ends with the title. */
export function evidenceOf(cut: CutPost, fromWord: number, toWord: number): Evidence {
  const { textStart } = cut
  const start = cut.starts[fromWord]!
  const end = cut.ends[toWord - 1]!
  if (start >= textStart) return { start: start - textStart, end: end - textStart }
  return { start, end: Math.min(end, textStart - 1), part: 'title' }
}
