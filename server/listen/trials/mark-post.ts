import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { findTopic } from '../topics/topic-store.ts'

interface Wish {
  topicId: string
  postId: string
  right: boolean
}

/**
 * Says whether a topic is right about a post; the last word counts. It tells how good the query is, and moves no
 * conversation. Who may not change topics may say it of what the topic found. Throws `not_found`.
 */
export async function markPost(tx: Tx, who: Who, { topicId, postId, right }: Wish): Promise<void> {
  if (!(await findTopic(tx, who, { id: topicId }))) throw notFound('topic')
  const post = await findPost(tx, who, { topicId, postId })
  const { workspaceId, colleagueId: by } = who
  const mark = { isRight: right, by, at: new Date() }
  await tx
    .insertInto('topicMark')
    .values({ workspaceId, topicId, postId, postedAt: post.postedAt, ...mark })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'topicId', 'postId']).doUpdateSet(mark))
    .execute()
  await record(tx, workspaceId, { name: 'topic.marked', subjectId: topicId, by, details: { postId, right } })
}

async function findPost(tx: Tx, who: Who, { topicId, postId }: Omit<Wish, 'right'>) {
  const post = await tx
    .selectFrom('post')
    .select('postedAt')
    .where('workspaceId', '=', who.workspaceId)
    .where('id', '=', postId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!post) throw notFound('post')
  if (who.rights.has('topic.change')) return post
  const match = await tx
    .selectFrom('match')
    .select('postId')
    .where('workspaceId', '=', who.workspaceId)
    .where('postId', '=', postId)
    .where('topicId', '=', topicId)
    .executeTakeFirst()
  if (!match) throw notFound('post')
  return post
}
