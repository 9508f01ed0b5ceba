import type { z } from 'zod'
import type { refinerBody } from '../../../../contract/refiner.ts'
import { type Keyring, seal } from '../../../access/seal.ts'
import type { Who } from '../../../access/who.ts'
import type { Tx } from '../../../db/database.ts'
import { record } from '../../../events.ts'
import { newId } from '../../../lib/id.ts'
import { readRefiner } from './refiner-store.ts'

/**
 * Sets up a workspace's refiner, on or off. A kept key goes to the server it was given for alone: with another one in
 * the address it is let go.
 */
export async function setUpRefiner(
  tx: Tx,
  { workspaceId, colleagueId: by }: Who,
  { body, keyring }: { body: z.infer<typeof refinerBody>; keyring: Keyring },
): Promise<void> {
  const before = await readRefiner(tx, workspaceId)
  const id = before?.id ?? newId()
  const { on, address, model, key, share, mostPerDay, readers } = body
  const kept = before && isSameServer(before.address, address) ? before.key : null
  const sealed = key === undefined ? kept : key === null ? null : seal(keyring, key, { workspaceId, id })
  const set = {
    address,
    model,
    key: sealed,
    isOn: on,
    share,
    mostPerDay,
    readers: [...new Set(readers)],
    changedBy: by,
    changedAt: new Date(),
  }
  await tx
    .insertInto('refiner')
    .values({ workspaceId, id, ...set })
    .onConflict((conflict) => conflict.column('workspaceId').doUpdateSet(set))
    .execute()
  await record(tx, workspaceId, { name: 'reading.refiner_changed', subjectId: workspaceId, by, details: { on } })
}

/** Whether a key given for the one may go to the other. */
export function isSameServer(one: string, other: string): boolean {
  return URL.parse(one)?.origin === URL.parse(other)?.origin
}
