import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { record, wake } from '../../events.ts'

/** Takes a channel away: it listens no more, its credentials are wiped, its address is closed. What it heard stays. */
export async function removeChannel(tx: Tx, who: Who, id: string): Promise<void> {
  const removed = await tx
    .updateTable('channel')
    .set({ removedAt: new Date(), settings: Buffer.alloc(0), doorKeyHash: null, cursor: null })
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!removed) throw notFound('channel')
  await tx.updateTable('rule').set({ isOn: false }).where('channelId', '=', id).execute()
  await record(tx, who.workspaceId, { name: 'channel.removed', subjectId: id, by: who.colleagueId, details: {} })
  await wake(tx, who.workspaceId, 'channels')
}
