import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { record } from '../events.ts'
import type { Claimed, Settled } from './delivery.ts'

/**
 * Writes what became of a delivery, if the claim is still the newest one: a worker that slept through its lease may
 * not write. A reply that is sent becomes a known post of its thread, so that an answer to it finds the conversation.
 */
export async function settleDelivery(
  tx: Tx,
  workspaceId: string,
  claimed: Claimed,
  settled: Settled,
): Promise<boolean> {
  const written = await tx
    .updateTable('delivery')
    .set({
      state: settled.state,
      reason: settled.reason,
      looks: settled.looks,
      leasedUntil: null,
      notBefore: settled.notBefore ?? sql<Date>`'infinity'`,
      ...(settled.state === 'sent' ? { externalId: settled.externalId ?? null, url: settled.url ?? null } : {}),
      ...(settled.state === 'sent' || settled.state === 'failed' ? { settledAt: new Date() } : {}),
    })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', claimed.id)
    .where('fence', '=', claimed.fence)
    .where('state', '=', 'sending')
    .executeTakeFirst()
  if (written.numUpdatedRows === 0n) return false
  if (settled.state === 'sent') await rememberSent(tx, workspaceId, claimed, settled)
  await recordSettled(tx, workspaceId, claimed, settled)
  return true
}

async function rememberSent(tx: Tx, workspaceId: string, claimed: Claimed, settled: Settled): Promise<void> {
  await tx
    .updateTable('message')
    .set({ externalId: settled.externalId ?? null, url: settled.url ?? null })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', claimed.id)
    .execute()
  if (settled.externalId === undefined) return
  const conversation = await tx
    .selectFrom('conversation')
    .select(['idSpace', 'threadKey'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', claimed.conversationId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('postKey')
    .values({
      workspaceId,
      idSpace: conversation.idSpace,
      externalId: settled.externalId,
      threadKey: conversation.threadKey,
      messageId: claimed.id,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspaceId', 'idSpace', 'externalId']).doUpdateSet({ messageId: claimed.id }),
    )
    .execute()
}

async function recordSettled(tx: Tx, workspaceId: string, claimed: Claimed, settled: Settled): Promise<void> {
  const about = { conversationId: claimed.conversationId, subjectId: claimed.id }
  const { reason } = settled
  if (settled.state === 'sent')
    await record(tx, workspaceId, { ...about, name: 'reply.sent', details: { messageId: claimed.id } })
  if (settled.state === 'failed')
    await record(tx, workspaceId, { ...about, name: 'reply.failed', details: { messageId: claimed.id, reason } })
  if (settled.state === 'unknown' && settled.notBefore === null)
    await record(tx, workspaceId, { ...about, name: 'reply.unknown', details: { messageId: claimed.id, reason } })
}
