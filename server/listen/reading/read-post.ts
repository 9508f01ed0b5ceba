import type { Reading, Readings } from '../../model/reading.ts'
import { cutPost } from './cut-post.ts'
import { closing } from './read-closing.ts'
import { intent } from './read-intent.ts'
import { urgency } from './read-urgency.ts'
import type { ReadablePost } from './readable-post.ts'
import type { Reader } from './reader.ts'
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
  const cut = cutPost(post)
  for (const reader of chosen) {
    readings[reader.name] = { ...reader.read(cut, readings), reader: `${reader.name}@${reader.version}` }
  }
  return readings
}
