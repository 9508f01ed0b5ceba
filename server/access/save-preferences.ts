import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { refused } from './problem.ts'
import type { Who } from './who.ts'

const largest = 20_000

/** Keeps what a colleague chose for themselves; what is not named stays as it is, null takes it away. */
export async function savePreferences(
  tx: Tx,
  who: Who,
  preferences: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { workspaceId, colleagueId } = who
  const saved = await tx
    .updateTable('colleague')
    .set({ preferences: sql<string>`jsonb_strip_nulls(preferences || ${JSON.stringify(preferences)}::jsonb)` })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', colleagueId)
    .returning('preferences')
    .executeTakeFirstOrThrow()
  if (JSON.stringify(saved.preferences).length > largest) {
    throw refused('preferences', `These are too many preferences: at most ${largest} characters are kept.`)
  }
  return saved.preferences
}
