import { sql } from 'kysely'
import type { MeView } from '../../contract/team.ts'
import type { Tx } from '../db/database.ts'
import { nameDepartments } from './check-departments.ts'
import type { Who } from './who.ts'

/** Who asks, what they may do, and how far the first run is. The web works out nothing of this by itself. */
export async function readMe(tx: Tx, who: Who): Promise<MeView> {
  const { workspaceId, colleagueId } = who
  const { workspaceName, ...row } = await tx
    .selectFrom('colleague')
    .innerJoin('workspace', 'workspace.id', 'colleague.workspaceId')
    .select(['colleague.name', 'colleague.email', 'colleague.preferences', 'workspace.name as workspaceName'])
    .select(['workspace.firstRun', 'workspace.settings'])
    .select([
      sql<boolean>`exists (select from topic where workspace_id = ${workspaceId} and removed_at is null)`.as('topic'),
      sql<boolean>`exists (select from channel where workspace_id = ${workspaceId} and removed_at is null)`.as(
        'channel',
      ),
      sql<boolean>`exists (select from match where workspace_id = ${workspaceId})`.as('match'),
    ])
    .where('colleague.workspaceId', '=', workspaceId)
    .where('colleague.id', '=', colleagueId)
    .executeTakeFirstOrThrow()
  return {
    colleague: { id: colleagueId, name: row.name, email: row.email },
    workspace: { id: workspaceId, name: workspaceName },
    departments: await nameDepartments(tx, workspaceId, [...who.departmentIds]),
    rights: [...who.rights],
    preferences: row.preferences,
    firstRun: {
      company: workspaceName !== '',
      topic: row.topic,
      channel: row.channel,
      match: row.match,
      closed: row.firstRun['closed'] === true,
    },
    demo: row.settings['demo'] === true,
  }
}
