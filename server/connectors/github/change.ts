import type { HeardPost } from '../../model/post.ts'

/** Something that was written or changed, and when. */
export interface Change {
  post: HeardPost
  /** ISO 8601 in whole seconds, as GitHub writes it. */
  changedAt: string
}
