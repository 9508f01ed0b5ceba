import type { PrecisionView } from '../../../contract/topic-trials.ts'
import type { TopicIndex } from '../matching/topic-index.ts'
import { estimateShare } from './estimate-share.ts'
import type { Mark } from './read-marks.ts'
import type { PostRow } from './read-samples.ts'
import { hitsIn } from './read-samples.ts'

/** How many marks of a topic its precision goes by: the newest. */
export const marksThatCount = 200

/**
 * How often a query of the index is right, by the marked posts that it finds; null when it finds none of them. `posts`
 * are the marked ones; those that were deleted meanwhile are not among them.
 */
export async function measurePrecision(
  { index, key }: { index: TopicIndex; key: string },
  marks: readonly Mark[],
  posts: ReadonlyMap<string, PostRow>,
): Promise<PrecisionView | null> {
  let [right, wrong] = [0, 0]
  for (const { postId, isRight } of marks) {
    const post = posts.get(postId)
    if (!post || !(await hitsIn(index, key, post))) continue
    if (isRight) right += 1
    else wrong += 1
  }
  return right + wrong === 0 ? null : { right, wrong, ...estimateShare(right, right + wrong) }
}
