import type { z } from 'zod'
import type { exampleBody } from '../../../contract/topic-trials.ts'
import { conflict, notFound, refused } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { newId } from '../../lib/id.ts'
import { findTopic } from '../topics/topic-store.ts'
import { mostExamples } from './read-examples.ts'

/** Keeps a text, or a stored post, that the topic's query must find or must not find. Returns the example's id. */
export async function addExample(
  tx: Tx,
  who: Who,
  { topicId, text, postId, mustMatch }: z.infer<typeof exampleBody> & { topicId: string },
): Promise<string> {
  if (!(await findTopic(tx, who, { id: topicId, lock: true }))) throw notFound('topic')
  if ((text === undefined) === (postId === undefined))
    throw refused('text', 'Give either a text or a stored post: one of the two.')
  await refuseMore(tx, topicId)
  const { workspaceId, colleagueId } = who
  const id = newId()
  const postedAt = postId === undefined ? null : await postedAtOf(tx, workspaceId, postId)
  await tx
    .insertInto('topicExample')
    .values({
      workspaceId,
      id,
      topicId,
      text: text ?? null,
      postId: postId ?? null,
      postedAt,
      mustMatch,
      madeBy: colleagueId,
    })
    .execute()
  const details = { exampleId: id }
  await record(tx, workspaceId, { name: 'topic.example_added', subjectId: topicId, by: colleagueId, details })
  return id
}

async function refuseMore(tx: Tx, topicId: string): Promise<void> {
  const { count } = await tx
    .selectFrom('topicExample')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('topicId', '=', topicId)
    .executeTakeFirstOrThrow()
  if (Number(count) < mostExamples) return
  throw conflict('too_many_examples', `This topic has ${mostExamples} examples. Remove one that says little first.`)
}

async function postedAtOf(tx: Tx, workspaceId: string, postId: string): Promise<Date> {
  const post = await tx
    .selectFrom('post')
    .select('postedAt')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', postId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!post) throw refused('postId', 'This post is not here. It may have been deleted where it was written.')
  return post.postedAt
}
