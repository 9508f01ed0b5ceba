import type { Tx } from '../../db/database.ts'
import type { Mark } from './read-marks.ts'
import type { PostRow } from './read-samples.ts'
import { readPosts } from './read-samples.ts'

/** The marked posts that are still there, by their ids. */
export async function readMarkedPosts(tx: Tx, marks: readonly Mark[]): Promise<Map<string, PostRow>> {
  if (marks.length === 0) return new Map()
  const rows = await readPosts(
    tx,
    marks.map(({ postId: id, postedAt }) => ({ id, postedAt })),
  )
  return new Map(rows.map((row) => [row.id, row]))
}
