import { sql } from 'kysely'
import { conversationFilter } from '../../access/filters.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'

/** How many conversations a group of copies has, and how many of them wait for us. */
export interface CopyCount {
  id: string
  count: number
  ours: number
}

/** The groups of copies with more than one conversation that the asker may see, by their id. */
export async function countCopies(
  tx: Tx,
  who: Who,
  copiesIds: readonly (string | null)[],
): Promise<Map<string, CopyCount>> {
  const ids = new Set(copiesIds.filter((id) => id !== null))
  if (ids.size === 0) return new Map()
  const rows = await tx
    .selectFrom('conversation')
    .where('workspaceId', '=', who.workspaceId)
    .where('copiesId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where(conversationFilter(who))
    .select(sql<string>`copies_id`.as('id'))
    .select(sql<number>`count(*)::int`.as('count'))
    .select(sql<number>`(count(*) filter (where turn = 'ours'))::int`.as('ours'))
    .groupBy('copiesId')
    .having(sql<boolean>`count(*) > 1`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
