import type { Connector, Tools } from '../../connectors/connector.ts'
import { workIn } from '../../db/workspace.ts'
import type { Database } from '../../db/database.ts'
import type { ChannelParts } from './channel-parts.ts'
import { keepNote } from './keep-note.ts'
import { makeTools } from './make-tools.ts'
import { spendingOf } from './meters/spending-of.ts'
import { connectorOf, readSettings } from './read-settings.ts'
import { sealSettings, unsealSettings } from './sealed-settings.ts'

export interface OpenedChannel {
  connector: Connector
  tools: Tools<unknown>
  /** Seals settings that the connector changed (a renewed token, a moved address). */
  seal(settings: unknown): Buffer
}

/** A connected channel with its settings opened and its place, ready to listen or to send. Throws when it is gone. */
export async function openChannel(
  db: Database,
  parts: ChannelParts,
  place: { workspaceId: string; id: string },
  signal: AbortSignal,
): Promise<OpenedChannel> {
  const work = workIn(db, place.workspaceId)
  const row = await work((tx) =>
    tx
      .selectFrom('channel')
      .select(['kind', 'settings', 'cursor'])
      .where('id', '=', place.id)
      .where('removedAt', 'is', null)
      .executeTakeFirst(),
  )
  if (!row) throw new Error('This channel is not connected any more.')
  const connector = connectorOf(parts, row.kind)
  const secrets = unsealSettings(parts.keyring, place, row.settings)
  const write = (level: 'note' | 'warning', sentence: string) =>
    void keepNote(work, { workspaceId: place.workspaceId, channelId: place.id, level, sentence })
  const note = (sentence: string) => write('note', sentence)
  const settings = readSettings(connector, secrets.settings)
  const spend = spendingOf(work, {
    workspaceId: place.workspaceId,
    budgets: connector.budgets?.(settings) ?? [],
    warn: (sentence) => write('warning', sentence),
  })
  return {
    connector,
    tools: makeTools(parts, { settings, cursor: row.cursor, signal, note, spend }),
    seal: (changed) => sealSettings(parts.keyring, place, { ...secrets, settings: changed }),
  }
}
