import type { Tx } from '../../db/database.ts'
import type { TurnEvent } from '../../model/turn-machine.ts'
import type { ActOn } from './conversation-store.ts'

/** Something a conversation went through, with who did it and when. */
export interface PastEvent extends TurnEvent {
  by: string | null
  at: Date
  details: Record<string, unknown>
}

/** The history of a conversation as far as its turn follows from it, oldest first. */
export function readTurnEvents(tx: Tx, on: Pick<ActOn, 'workspaceId' | 'conversationId'>): Promise<PastEvent[]> {
  return tx
    .selectFrom('event')
    .select(['name', 'details', 'by', 'at'])
    .where('workspaceId', '=', on.workspaceId)
    .where('conversationId', '=', on.conversationId)
    .orderBy('id')
    .execute()
}
