import type { z } from 'zod'
import type { postPage } from '../../../contract/topics.ts'

export type PostPage = z.infer<typeof postPage>
export type PostView = PostPage['items'][number]

/** Which posts: of a topic, of a channel, or all. */
export interface PostFilter {
  topic?: string | undefined
  channel?: string | undefined
}
