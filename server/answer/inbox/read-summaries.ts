import type { ConversationSummary } from '../../../contract/conversations.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { countCopies } from './count-copies.ts'
import { presentSummary } from './present-conversation.ts'
import { selectSummaries } from './select-summaries.ts'

/** These conversations as lists show them, in the order of the ids; what the asker may not see is left out. */
export async function readSummaries(tx: Tx, who: Who, ids: readonly string[]): Promise<ConversationSummary[]> {
  if (ids.length === 0) return []
  const rows = await selectSummaries(tx, who, ids)
  const copies = await countCopies(
    tx,
    who,
    rows.map((row) => row.copiesId),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [{ ...presentSummary(row, who), copies: copies.get(row.copiesId ?? '') ?? null }] : []
  })
}
