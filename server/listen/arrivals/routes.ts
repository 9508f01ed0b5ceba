import { z } from 'zod'
import { paging } from '../../../contract/page.ts'
import { shelvedPostPage } from '../../../contract/topics.ts'
import { notFound } from '../../access/problem.ts'
import { type Route, route } from '../../access/route.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { isId } from '../../lib/id.ts'
import { dropPost } from './drop-post.ts'
import { listShelvedPosts } from './list-shelved-posts.ts'
import { retryPost } from './retry-post.ts'

const byId = z.object({ id: z.string() })

/** The shelf of posts that could not be taken their way. */
export const shelfRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/shelved-posts',
    right: 'shelf.read',
    summary: 'Posts that could not be read or placed, with what went wrong.',
    query: z.strictObject({ ...paging }),
    answer: shelvedPostPage,
    act: ({ tx, who, query }) => listShelvedPosts(tx, who.workspaceId, query),
  }),
  route({
    method: 'POST',
    path: '/shelved-posts/:id/retries',
    right: 'shelf.change',
    summary: 'Take the post its way again.',
    params: byId,
    body: z.strictObject({}),
    answer: z.object({ id: z.string() }),
    status: 202,
    act: async ({ tx, who, params }) => {
      await mustSucceed(retryPost, tx, who, params.id)
      return { id: params.id }
    },
  }),
  route({
    method: 'DELETE',
    path: '/shelved-posts/:id',
    right: 'shelf.change',
    summary: 'Leave the post as it is.',
    params: byId,
    answer: null,
    status: 204,
    act: async ({ tx, who, params }) => {
      await mustSucceed(dropPost, tx, who, params.id)
      return undefined
    },
  }),
]

type ShelfAct = (tx: Tx, workspaceId: string, postId: string, by: string) => Promise<boolean>

async function mustSucceed(act: ShelfAct, tx: Tx, who: Who, postId: string): Promise<void> {
  if (!isId(postId) || !(await act(tx, who.workspaceId, postId, who.colleagueId))) throw notFound('shelved post')
}
