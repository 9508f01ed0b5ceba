import type { Reading } from '../server/model/reading.ts'
import { lazyLanguage } from '../server/listen/reading/language/read-language.ts'
import { readers, readPost } from '../server/listen/reading/read-post.ts'

/** Texts that hold nothing a reader of cues could go by. The last ones are in languages without cues. */
export const unreadableTexts = [
  '',
  ' \n\t ',
  '荷物がまだ届きません',
  '배송이 너무 늦어요',
  'Посылка снова опаздывает, никто не отвечает',
]

/** Texts made to break a reader, each with a name, as they are too long or too broken to be printed. */
export const hostileTexts: [name: string, text: string][] = [
  ['ten thousand emoji', '😡'.repeat(10_000)],
  ['halves of surrogate pairs', '\uD83D help \uDE00\uDE00 me \uD83D'],
  ['only halves of surrogate pairs', '\uDC00'.repeat(500)],
  ['marks that turn and hide', 'Where\u202E is\u200B my\u0000 parcel\uFEFF?'],
  ['letters under towers of accents', `Z\u0301${'\u0300'.repeat(2000)} broken`],
]

/** What the reader `name` says of a text after the readers before it, as for a post whose source states `language`. */
export async function readText(name: string, text: string, language?: string): Promise<Reading> {
  const post = { text, ...(language !== undefined && { language }) }
  return (await readPost(readers, post, lazyLanguage(post).reading))[name]!
}

/** The pieces of the text that a reading shows as its evidence. */
export const shownWords = (text: string, { evidence }: Reading) =>
  evidence.map(({ start, end }) => text.slice(start, end))

/** Whether a confidence is a share and every evidence lies within the text and points at something. */
export function isSound(text: string, { confidence, evidence }: Reading): boolean {
  const isShare = confidence >= 0 && confidence <= 1
  return (
    isShare &&
    evidence.every(({ start, end }) => start >= 0 && end <= text.length && text.slice(start, end).trim() !== '')
  )
}
