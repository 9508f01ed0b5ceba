import type { ReaderName } from '../../contract/reader-kinds.ts'
import { call } from '../live/client.ts'
import type { OneReading } from './show-readings.ts'

/** What is said of one post. */
export interface Saying {
  postId: string
  reader: ReaderName
  label: string
  /** Set where the post was drawn by chance to be checked. */
  sampled?: true
}

/** Tells the server what a post is; with the reader's own word, that it is right. */
export async function sayReading({ postId, ...body }: Saying): Promise<void> {
  await call('POST', `/posts/${postId}/corrections`, { body })
}

/** Lets the reader count again. */
export async function unsayReading({ postId, reader }: Pick<Saying, 'postId' | 'reader'>): Promise<void> {
  await call('DELETE', `/posts/${postId}/corrections`, { query: { reader } })
}

/** Puts back what a person had said before, or the reader's word where nobody had. */
export function putBack(saying: Pick<Saying, 'postId' | 'reader'>, before: OneReading | undefined): Promise<void> {
  return before?.correctedBy ? sayReading({ ...saying, label: before.label }) : unsayReading(saying)
}
