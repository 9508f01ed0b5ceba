import type { z } from 'zod'
import type { keyMade } from '../../contract/team.ts'
import type { Tx } from '../db/database.ts'
import { record } from '../events.ts'
import { newId } from '../lib/id.ts'
import { readKey } from './list-keys.ts'
import { newSecret } from './new-secret.ts'

/** Makes an API key that acts with what the colleague may do at the time. It is in the answer and nowhere else. */
export async function makeKey(
  tx: Tx,
  workspaceId: string,
  { name, colleagueId }: { name: string; colleagueId: string },
): Promise<z.infer<typeof keyMade>> {
  const id = newId()
  const { secret, hash } = newSecret('ek_')
  await tx
    .insertInto('apiKey')
    .values({ workspaceId, id, name, keyHash: hash, colleagueId, lastUsedAt: null, revokedAt: null })
    .execute()
  await record(tx, workspaceId, { name: 'key.made', subjectId: id, by: colleagueId, details: {} })
  return { ...(await readKey(tx, workspaceId, id)), key: secret }
}
