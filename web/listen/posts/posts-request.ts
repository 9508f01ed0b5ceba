import type { z } from 'zod'
import type { postPage } from '../../../contract/topics.ts'

export type PostPage = z.infer<typeof postPage>
export type PostView = PostPage['items'][number]
