import { conflict } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { wake } from '../../events.ts'
import { askedNow } from './change-channel.ts'
import { requireChannel } from './channel-store.ts'

/** Asks a channel's network now instead of waiting for its turn. */
export async function retryChannel(tx: Tx, who: Who, id: string): Promise<void> {
  const channel = await requireChannel(tx, id)
  if (channel.state === 'paused')
    throw conflict('channel_paused', `“${channel.name}” is paused. Let it listen again first.`)
  await tx.updateTable('channel').set(askedNow).where('id', '=', id).execute()
  await wake(tx, who.workspaceId, 'channels')
}
