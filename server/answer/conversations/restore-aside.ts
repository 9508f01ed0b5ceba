import type { Tx } from '../../db/database.ts'
import { turnAfter } from '../../model/turn-machine.ts'
import { type SetAsideReason, setAsideReasons, type Turn } from '../../model/turn.ts'
import type { ActOn } from './conversation-store.ts'
import type { PastEvent } from './read-turn-events.ts'

const out = { set_aside: 'conversation.set_aside', resting: 'conversation.rested' } as const

/**
 * After a reply was taken back: what it had brought out of its rest, or back from aside, is there again as it was, and
 * whoever was to speak before is to speak once it comes back. `events` is the history without that reply.
 */
export async function restoreAside(
  tx: Tx,
  on: ActOn,
  { turn, events }: { turn: Turn; events: readonly PastEvent[] },
): Promise<void> {
  if (turn !== 'set_aside' && turn !== 'resting') return
  const then = events.findLast((event) => event.name === out[turn])
  if (!then) return
  const { workspaceId, conversationId } = on
  const turnBefore = turnAfter(
    events.slice(0, events.indexOf(then)).filter((event) => event.name !== out.set_aside && event.name !== out.resting),
  )
  const row = { workspaceId, conversationId, by: then.by, at: then.at, turnBefore }
  if (turn === 'resting') {
    await tx
      .insertInto('rest')
      .values(row)
      .onConflict((known) => known.columns(['workspaceId', 'conversationId']).doUpdateSet({ turnBefore }))
      .execute()
    return
  }
  const { note } = then.details
  await tx
    .insertInto('setAside')
    .values({ ...row, reason: reasonOf(then), note: typeof note === 'string' ? note : '' })
    .onConflict((known) => known.columns(['workspaceId', 'conversationId']).doUpdateSet({ turnBefore }))
    .execute()
}

function reasonOf(event: PastEvent): SetAsideReason {
  return setAsideReasons.find((reason) => reason === event.details['reason']) ?? 'no_answer_wanted'
}
