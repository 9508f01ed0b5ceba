import type { Reading, Readings } from '../../model/reading.ts'
import type { CutPost } from './cut-post.ts'

/** A reader says one thing of a post, with the words that carried it. Pure: the same post, the same reading. */
export interface Reader {
  name: string
  /** Goes up whenever the same post could be read differently. */
  version: string
  /**
   * `cut` is the post cut into words. `soFar` holds what the readers before it said, the language first.
   */
  read(cut: CutPost, soFar: Readings): Omit<Reading, 'reader'>
}
