import type { Tx } from '../../db/database.ts'

/** Which talk of a feedback page, as its private address says. */
export interface Talk {
  workspaceId: string
  idSpace: string
  threadKey: string
}

export interface TalkLine {
  isOurs: boolean
  name: string
  text: string
  at: Date
}

const mostLines = 200

/** A talk as the customer sees it: their words and our replies once they have left us; never a note. */
export async function readTalk(
  tx: Tx,
  { workspaceId, idSpace, threadKey }: Talk,
): Promise<{ lines: TalkLine[]; isSorted: boolean; conversationId: string | null }> {
  const conversation = await tx
    .selectFrom('conversation')
    .select(['id', 'turn'])
    .where('workspaceId', '=', workspaceId)
    .where('idSpace', '=', idSpace)
    .where('threadKey', '=', threadKey)
    .executeTakeFirst()
  const theirs = await readTheirs(tx, { workspaceId, idSpace, threadKey })
  if (!conversation) return { lines: theirs, isSorted: false, conversationId: null }
  const ours = await readOurs(tx, workspaceId, conversation.id)
  const lines = [...theirs, ...ours].sort((one, other) => one.at.getTime() - other.at.getTime())
  return { lines, isSorted: conversation.turn === 'ended', conversationId: conversation.id }
}

/** What they wrote, read where it is kept, so that it stands there at once. */
async function readTheirs(tx: Tx, { workspaceId, idSpace, threadKey }: Talk): Promise<TalkLine[]> {
  const posts = await tx
    .selectFrom('post')
    .select(['text', 'keptAt', 'author'])
    .where('workspaceId', '=', workspaceId)
    .where('idSpace', '=', idSpace)
    .where('threadKey', '=', threadKey)
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .limit(mostLines)
    .execute()
  return posts.map(({ text, keptAt, author }) => ({ isOurs: false, name: author.name ?? '', text, at: keptAt }))
}

async function readOurs(tx: Tx, workspaceId: string, conversationId: string): Promise<TalkLine[]> {
  const replies = await tx
    .selectFrom('message')
    .innerJoin('delivery', (join) =>
      join.onRef('delivery.workspaceId', '=', 'message.workspaceId').onRef('delivery.id', '=', 'message.id'),
    )
    .innerJoin('colleague', (join) =>
      join.onRef('colleague.workspaceId', '=', 'message.workspaceId').onRef('colleague.id', '=', 'message.colleagueId'),
    )
    .select(['message.text', 'message.at', 'colleague.name'])
    .where('message.workspaceId', '=', workspaceId)
    .where('message.conversationId', '=', conversationId)
    .where('delivery.state', '=', 'sent')
    .orderBy('message.id')
    .limit(mostLines)
    .execute()
  return replies.map(({ text, at, name }) => ({ isOurs: true, name, text: text ?? '', at }))
}
