import type { ConversationView } from '../../../contract/conversations.ts'
import type { Tx } from '../../db/database.ts'

type Of = { workspaceId: string; conversationId: string }

/** By what evidence the customer ended the conversation, while it is ended. */
export async function readEnding(tx: Tx, of: Of): Promise<ConversationView['ending']> {
  const row = await tx
    .selectFrom('conversation')
    .innerJoin('ending', (join) =>
      join
        .onRef('ending.workspaceId', '=', 'conversation.workspaceId')
        .onRef('ending.id', '=', 'conversation.endingId'),
    )
    .leftJoin('tap', (join) =>
      join.onRef('tap.workspaceId', '=', 'ending.workspaceId').onRef('tap.id', '=', 'ending.tapId'),
    )
    .leftJoin('colleague', (join) =>
      join.onRef('colleague.workspaceId', '=', 'ending.workspaceId').onRef('colleague.id', '=', 'ending.by'),
    )
    .where('conversation.workspaceId', '=', of.workspaceId)
    .where('conversation.id', '=', of.conversationId)
    .select(['ending.at', 'ending.by', 'ending.messageId', 'ending.statedBy', 'ending.statedWords', 'ending.statedAt'])
    .select(['tap.place', 'tap.at as tappedAt', 'colleague.name as byName'])
    .executeTakeFirst()
  if (!row) return null
  const { place, tappedAt, statedBy, statedWords, statedAt } = row
  return {
    at: row.at.toISOString(),
    by: namedBy(row),
    messageId: row.messageId,
    tap: place !== null && tappedAt ? { place, at: tappedAt.toISOString() } : null,
    stated:
      statedBy !== null && statedWords !== null && statedAt
        ? { by: statedBy, words: statedWords, at: statedAt.toISOString() }
        : null,
  }
}

/** Why, by whom and when it was set aside, while it is. */
export async function readSetAside(tx: Tx, of: Of): Promise<ConversationView['setAside']> {
  const row = await tx
    .selectFrom('setAside')
    .leftJoin('colleague', (join) =>
      join.onRef('colleague.workspaceId', '=', 'setAside.workspaceId').onRef('colleague.id', '=', 'setAside.by'),
    )
    .where('setAside.workspaceId', '=', of.workspaceId)
    .where('setAside.conversationId', '=', of.conversationId)
    .select(['setAside.reason', 'setAside.note', 'setAside.by', 'setAside.at', 'colleague.name as byName'])
    .executeTakeFirst()
  return row ? { reason: row.reason, note: row.note, by: namedBy(row), at: row.at.toISOString() } : null
}

function namedBy(row: { by: string | null; byName: string | null }) {
  return row.by === null ? null : { id: row.by, name: row.byName ?? '' }
}
