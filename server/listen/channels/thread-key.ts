import type { HeardPost } from '../../model/post.ts'

/**
 * Which thread a post belongs to: its parent's or its root's, where we hold that; else the root it names, the parent
 * it names, or itself. `known` maps external ids of the id space to what we hold of them.
 */
export function threadKeyOf(
  post: Pick<HeardPost, 'externalId' | 'inReplyTo' | 'threadRoot'>,
  known: ReadonlyMap<string, { threadKey: string }>,
): string {
  const parent = post.inReplyTo === undefined ? undefined : known.get(post.inReplyTo)
  const root = post.threadRoot === undefined ? undefined : known.get(post.threadRoot)
  return parent?.threadKey ?? root?.threadKey ?? post.threadRoot ?? post.inReplyTo ?? post.externalId
}
