import { conversationFilter, topicFilter } from '../../access/filters.ts'
import { notFound, refused } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { isId, newId } from '../../lib/id.ts'

/** What each reader can say, for a person who says otherwise. */
const labels: Record<string, RegExp> = {
  sentiment: /^(negative|neutral|positive)$/,
  urgency: /^(low|normal|high)$/,
  closing: /^(thanks|still_failing|none)$/,
  language: /^[a-z]{2,3}$/,
  intent: /^[a-z][a-z_]{1,39}$/,
}

/** A colleague says what a post is, instead of a reader; the newest word wins. Throws `refused` or `not_found`. */
export async function correctReading(
  tx: Tx,
  who: Who,
  { postId, reader, label }: { postId: string; reader: string; label: string },
): Promise<string> {
  await mustSeePost(tx, who, postId)
  const known = Object.hasOwn(labels, reader) ? labels[reader] : undefined
  if (!known)
    throw refused('reader', `Nothing of a post is called “${reader}”. Choose ${Object.keys(labels).join(', ')}.`)
  if (!known.test(label)) throw refused('label', `“${label}” is nothing that the ${reader} of a post can be.`)
  const { workspaceId, colleagueId: by } = who
  const read = await tx
    .selectFrom('reading')
    .select('readings')
    .where('workspaceId', '=', workspaceId)
    .where('postId', '=', postId)
    .executeTakeFirst()
  const id = newId()
  await takeBack(tx, who, { postId, reader })
  await tx
    .insertInto('correction')
    .values({
      workspaceId,
      id,
      postId,
      reader,
      label,
      was: read?.readings[reader]?.label ?? null,
      by,
      takenBackAt: null,
    })
    .execute()
  await say(tx, who, { postId, reader, label })
  return id
}

/** What the readers said counts again: of one reader, or of all. Harmless where nothing was corrected. */
export async function takeBackCorrections(
  tx: Tx,
  who: Who,
  { postId, reader }: { postId: string; reader: string | undefined },
): Promise<void> {
  await mustSeePost(tx, who, postId)
  for (const taken of await takeBack(tx, who, { postId, reader })) {
    await say(tx, who, { postId, reader: taken.reader, label: taken.was ?? '' })
  }
}

function takeBack(tx: Tx, who: Who, { postId, reader }: { postId: string; reader: string | undefined }) {
  return tx
    .updateTable('correction')
    .set({ takenBackAt: new Date() })
    .where('workspaceId', '=', who.workspaceId)
    .where('postId', '=', postId)
    .where('takenBackAt', 'is', null)
    .$if(reader !== undefined, (corrections) => corrections.where('reader', '=', reader!))
    .returning(['reader', 'was'])
    .execute()
}

/** A post of a conversation or a topic that the asker may see. */
async function mustSeePost(tx: Tx, who: Who, postId: string): Promise<void> {
  const inConversation = tx
    .selectFrom('message')
    .innerJoin('conversation', (join) =>
      join
        .onRef('conversation.workspaceId', '=', 'message.workspaceId')
        .onRef('conversation.id', '=', 'message.conversationId'),
    )
    .where('message.workspaceId', '=', who.workspaceId)
    .where('message.postId', '=', postId)
    .where(conversationFilter(who))
    .select('message.postId')
  const inTopic = tx
    .selectFrom('match')
    .innerJoin('topic', (join) =>
      join.onRef('topic.workspaceId', '=', 'match.workspaceId').onRef('topic.id', '=', 'match.topicId'),
    )
    .where('match.workspaceId', '=', who.workspaceId)
    .where('match.postId', '=', postId)
    .where(topicFilter(who))
    .select('match.postId')
  if (!isId(postId) || !(await inConversation.unionAll(inTopic).limit(1).executeTakeFirst())) throw notFound('post')
}

async function say(
  tx: Tx,
  { workspaceId, colleagueId: by }: Who,
  details: { postId: string; reader: string; label: string },
): Promise<void> {
  const message = await tx
    .selectFrom('message')
    .select('conversationId')
    .where('workspaceId', '=', workspaceId)
    .where('postId', '=', details.postId)
    .executeTakeFirst()
  if (!message) return
  const { conversationId } = message
  await record(tx, workspaceId, { name: 'reading.corrected', conversationId, subjectId: details.postId, by, details })
}
