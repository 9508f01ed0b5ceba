import type { Reading, Readings } from '../../model/reading.ts'
import { viewPost } from '../matching/view-post.ts'
import { closing } from './read-closing.ts'
import { intent } from './read-intent.ts'
import { urgency } from './read-urgency.ts'
import type { ReadablePost, Reader } from './reader.ts'
import { sentiment } from './sentiment/read-sentiment.ts'

/** Every reader but that of the language, which the others are told. */
export const readers: readonly Reader[] = [sentiment, intent, urgency, closing]

/** What the readers say of a post. `language` is asked once and goes first. */
export async function readPost(
  chosen: readonly Reader[],
  post: ReadablePost,
  language: () => Promise<Reading>,
): Promise<Readings> {
  const readings: Readings = { language: await language() }
  const { title, text } = post
  const view = viewPost({
    text: withoutAddresses(text),
    ...(title !== undefined && { title: withoutAddresses(title) }),
  })
  for (const reader of chosen) {
    readings[reader.name] = { ...reader.read(view, readings), reader: `${reader.name}@${reader.version}` }
  }
  return readings
}

/** Blanks out addresses and handles, whose words are nobody's opinion; everything else keeps its place. */
function withoutAddresses(text: string): string {
  if (!/:\/\/|@|www\./.test(text)) return text
  return text.replaceAll(/\bhttps?:\/\/\S+|\bwww\.\S+|(?<![\p{L}\p{N}_])@[\p{L}\p{N}_.-]+/giu, (address) =>
    ' '.repeat(address.length),
  )
}
