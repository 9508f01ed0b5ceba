import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { recognisePerson } from '../../know/people/recognise-person.ts'
import { newId } from '../../lib/id.ts'
import { adoptThread } from './adopt-thread.ts'
import { insertTopics } from './add-topics.ts'
import type { HeardPost } from './heard-post.ts'
import type { Placed } from './find-place.ts'
import { receiveMessage } from './receive-message.ts'

/** Opens a conversation with the person who wrote the post; undefined when another transaction has opened it meanwhile. */
export async function openConversation(tx: Tx, heard: HeardPost): Promise<Placed | undefined> {
  const { workspaceId, post, matches } = heard
  const author = await recognisePerson(tx, { workspaceId, idSpace: post.idSpace, author: post.author })
  const conversationId = newId()
  const { channelId, idSpace, threadKey, postedAt: lastActivityAt } = post
  const made = await tx
    .insertInto('conversation')
    .values({
      workspaceId,
      id: conversationId,
      channelId,
      idSpace,
      threadKey,
      personId: author.personId,
      turn: 'ours',
      lastActivityAt,
      copiesId: heard.copiesId ?? null,
    })
    .onConflict((row) => row.columns(['workspaceId', 'idSpace', 'threadKey']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!made) return undefined
  const topicIds = matches.map((match) => match.topicId)
  await insertTopics(tx, { workspaceId, conversationId, topicIds })
  await record(tx, workspaceId, {
    name: 'conversation.opened',
    conversationId,
    details: { postId: post.id, topicIds, addressedToUs: post.addressedToUs },
  })
  const messageCount = await adoptThread(tx, heard, conversationId)
  const messageId = await receiveMessage(tx, heard, { ...made, messageCount }, author)
  return { conversationId, opened: true, messageId }
}
