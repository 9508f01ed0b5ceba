import type { Database, Tx } from './db/database.ts'
import { behind, lockPlace, savePlace } from './db/event-place.ts'
import type { EventPlace } from './db/event-place.ts'
import { inWorkspace } from './db/workspace.ts'
import { jobLog } from './log.ts'
import type { Consequence, Happened } from './on-event.ts'

const name = 'consequences'
const batchSize = 200

/**
 * Carries out what follows the events of a workspace, in order, by a saved place of its own. A consequence that fails
 * is said in the log and does not stop the others. Returns how many events it went over.
 */
export function followEvents(db: Database, workspaceId: string, consequences: readonly Consequence[]): Promise<number> {
  return inWorkspace(db, workspaceId, async (tx) => {
    const place = await lockPlace(tx, { workspaceId, name })
    if (!place) return 0
    const events = await readEvents(tx, workspaceId, place)
    const last = events.at(-1)
    if (!last) return 0
    for (const event of events)
      for (const consequence of consequences) if (consequence.of === event.name) await carryOut(db, consequence, event)
    await savePlace(tx, { workspaceId, name }, last)
    return events.length
  })
}

async function carryOut(db: Database, consequence: Consequence, event: Happened): Promise<void> {
  try {
    await inWorkspace(db, event.workspaceId, (tx) => consequence.run(tx, event))
  } catch (error) {
    jobLog.error({ eventId: event.id, name: event.name, err: error }, 'what follows an event failed')
  }
}

async function readEvents(tx: Tx, workspaceId: string, place: EventPlace): Promise<(Happened & { txid: string })[]> {
  const rows = await tx
    .selectFrom('event')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where(behind(place))
    .orderBy('txid')
    .orderBy('id')
    .limit(batchSize)
    .execute()
  // Only `record` writes events, from the one typed list.
  return rows as (Happened & { txid: string })[]
}
