import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { signInBody } from '../../../contract/channels.ts'
import { refused } from '../../access/problem.ts'
import { seal } from '../../access/seal.ts'
import type { Who } from '../../access/who.ts'
import type { Work } from '../../db/workspace.ts'
import { newId } from '../../lib/id.ts'
import { explainTrouble } from './check-channel.ts'
import type { ChannelParts } from './channel-parts.ts'
import { requireChannel } from './channel-store.ts'
import { refuseTakenName } from './name-channel.ts'
import { connectorOf } from './read-settings.ts'

/** So long the person may take at the network's own page. */
const minutes = 30

interface Ask {
  who: Who
  work: Work
  signal: AbortSignal
  origin: string
}

/** Where the network sends people back to. */
export function redirectUri(origin: string): string {
  return `${origin}/connect/callback`
}

/** What a state is kept as: who reads the table cannot finish the sign-in. */
export function hashState(state: string): string {
  return createHash('sha256').update(state).digest('hex')
}

/** Begins a sign-in at a network and gives the address where the person allows it. */
export async function beginSignIn(
  parts: ChannelParts,
  { who, work, signal, origin }: Ask,
  body: z.infer<typeof signInBody>,
): Promise<{ url: string }> {
  const { signIn, ...connector } = connectorOf(parts, body.kind)
  if (!signIn) throw refused('kind', `${connector.label} has no sign-in of its own. Fill in its settings instead.`)
  const { channelId } = body
  await work(async (tx) => {
    if (channelId !== undefined) await requireChannel(tx, channelId)
    else await refuseTakenName(tx, body.name)
  })
  const state = randomBytes(32).toString('base64url')
  const asked = { settings: body.settings, redirectUri: redirectUri(origin), state }
  const begun = await signIn.begin({ fetch: parts.fetch, signal }, asked).catch((thrown: unknown) => {
    throw explainTrouble(connector, thrown)
  })
  const place = { workspaceId: who.workspaceId, id: newId() }
  await work(async (tx) => {
    await tx
      .deleteFrom('signInAttempt')
      .where('expiresAt', '<', sql<Date>`now()`)
      .execute()
    const attempt = { kind: connector.name, name: body.name, stateHash: hashState(state), colleagueId: who.colleagueId }
    const kept = seal(parts.keyring, begun.kept, place)
    const expiresAt = new Date(Date.now() + minutes * 60_000)
    const row = { ...place, ...attempt, kept, channelId: channelId ?? null, expiresAt }
    await tx.insertInto('signInAttempt').values(row).execute()
  })
  return { url: begun.url }
}
