import type { z } from 'zod'
import type { healthAnswer } from '../contract/live.ts'
import { readServerState } from './db/check-server.ts'
import type { Database } from './db/database.ts'
import { listWorkspaces } from './db/outside-workspace.ts'
import { inWorkspace } from './db/workspace.ts'
import { readLag } from './listen/arrivals/arrival-store.ts'

/** How the installation does: what the store promises, how far the pipeline is behind, how the channels hear. */
export async function readHealth(db: Database, roles: readonly string[]): Promise<z.infer<typeof healthAnswer>> {
  const { version, fsync, synchronousCommit } = await readServerState(db)
  const channels = { ok: 0, failing: 0 }
  let lagSeconds = 0
  for (const workspace of await listWorkspaces(db)) {
    await inWorkspace(db, workspace.id, async (tx) => {
      lagSeconds = Math.max(lagSeconds, await readLag(tx, workspace.id))
      const states = await tx
        .selectFrom('channel')
        .select(['state', (build) => build.fn.countAll<string>().as('count')])
        .where('workspaceId', '=', workspace.id)
        .where('removedAt', 'is', null)
        .groupBy('state')
        .execute()
      for (const { state, count } of states)
        channels[state === 'failing' || state === 'needs_sign_in' ? 'failing' : 'ok'] += Number(count)
    })
  }
  return {
    ok: true,
    roles: [...roles],
    database: { version, fsync: fsync ? 'on' : 'off', synchronousCommit },
    lagSeconds,
    channels,
  }
}
