import type { Reading, Readings } from '../../model/reading.ts'
import type { PostView } from '../matching/view-post.ts'

/** What a reader needs of a post. */
export interface ReadablePost {
  text: string
  title?: string
  /** BCP 47, as the source states it. */
  language?: string
}

/** A reader says one thing of a post, with the words that carried it. Pure: the same post, the same reading. */
export interface Reader {
  name: string
  /** Goes up whenever the same post could be read differently. */
  version: string
  /**
   * `view` is the post cut into words; addresses are blanked out, so that offsets are those of the post. `soFar` holds
   * what the readers before it said, the language first.
   */
  read(view: PostView, soFar: Readings): Omit<Reading, 'reader'>
}
