import type { Reading, Readings } from '../../model/reading.ts'
import { cutPost } from './cut-post.ts'
import { emotion } from './emotion/read-emotion.ts'
import { irony } from './irony/read-irony.ts'
import { offensive } from './offensive/read-offensive.ts'
import { anger } from './read-anger.ts'
import { closing } from './read-closing.ts'
import { feedback } from './read-feedback.ts'
import { intent } from './read-intent.ts'
import { risk } from './read-risk.ts'
import { urgency } from './read-urgency.ts'
import { usefulness } from './read-usefulness.ts'
import type { ReadablePost } from './readable-post.ts'
import type { Reader } from './reader.ts'
import { sentiment } from './sentiment/read-sentiment.ts'
import { spam } from './spam/read-spam.ts'

/** Every reader but that of the language, which the others are told. What weighs the words of others comes after them. */
export const readers: readonly Reader[] = [
  sentiment,
  emotion,
  offensive,
  irony,
  spam,
  anger,
  urgency,
  intent,
  risk,
  feedback,
  closing,
  usefulness,
]

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
