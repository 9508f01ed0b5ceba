import type { Tx } from '../../db/database.ts'
import { newId } from '../../lib/id.ts'
import { endByCustomer } from '../conversations/end-by-customer.ts'

/** The customer taps "this is sorted": the tap is kept and is the evidence that ends the conversation. */
export async function tapSorted(
  tx: Tx,
  { workspaceId, conversationId, place }: { workspaceId: string; conversationId: string; place: string },
): Promise<void> {
  const tapId = newId()
  await tx.insertInto('tap').values({ workspaceId, id: tapId, conversationId, place }).execute()
  await endByCustomer(tx, { workspaceId, conversationId, by: null }, { tapId })
}
