import { sql } from 'kysely'
import type { z } from 'zod'
import type { MeView, workspaceChange } from '../../contract/team.ts'
import type { Tx } from '../db/database.ts'
import { record } from '../events.ts'
import { readMe } from './read-me.ts'
import type { Who } from './who.ts'

/** Renames the workspace, or says that the first run is over. */
export async function changeWorkspace(tx: Tx, who: Who, change: z.infer<typeof workspaceChange>): Promise<MeView> {
  const { name, firstRunClosed } = change
  if (name !== undefined || firstRunClosed !== undefined) {
    await tx
      .updateTable('workspace')
      .set({
        ...(name === undefined ? {} : { name }),
        ...(firstRunClosed === undefined
          ? {}
          : { firstRun: sql<string>`first_run || ${JSON.stringify({ closed: firstRunClosed })}::jsonb` }),
      })
      .where('id', '=', who.workspaceId)
      .execute()
    await record(tx, who.workspaceId, {
      name: 'workspace.changed',
      subjectId: who.workspaceId,
      by: who.colleagueId,
      details: {},
    })
  }
  return readMe(tx, who)
}
