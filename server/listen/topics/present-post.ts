import type { z } from 'zod'
import type { postView } from '../../../contract/topics.ts'
import { presentReading } from '../../db/present-reading.ts'
import type { PostCopies } from './count-post-copies.ts'
import type { MatchRow, PostRow } from './post-store.ts'

interface Beside {
  matches: readonly MatchRow[]
  conversations: ReadonlyMap<string, string>
  copies: ReadonlyMap<string, PostCopies>
}

/** A kept post as it leaves the server. */
export function presentPost(post: PostRow, { matches, conversations, copies }: Beside): z.infer<typeof postView> {
  const { author } = post
  const reading = presentReading(post.readings, post)
  return {
    id: post.id,
    text: post.text,
    title: post.title,
    at: post.writtenAt.toISOString(),
    author: { id: author.id, name: author.name ?? author.handle, handle: author.handle, url: author.url ?? null },
    channel: { id: post.channelId, kind: post.channelKind, name: post.channelName },
    url: post.url,
    type: post.type,
    language: post.language,
    conversationId: conversations.get(post.id) ?? null,
    copies: copies.get(post.copiesId ?? '') ?? null,
    matches: matches.filter((row) => row.postId === post.id).map(({ topicId, hits }) => ({ topicId, hits })),
    ...(reading && { reading }),
  }
}
