import type { z } from 'zod'
import type { signInReturn } from '../../../contract/channels.ts'
import { Problem, refused } from '../../access/problem.ts'
import { unseal } from '../../access/seal.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import type { Work } from '../../db/workspace.ts'
import { hashState, redirectUri } from './begin-sign-in.ts'
import { keepChange, mergeSettings } from './change-channel.ts'
import type { ChannelParts } from './channel-parts.ts'
import { requireChannel } from './channel-store.ts'
import { checkChannel, explainTrouble } from './check-channel.ts'
import { keepChannel } from './create-channel.ts'
import { freeName } from './name-channel.ts'
import { connectorOf, readSettings } from './read-settings.ts'
import { sealSettings, unsealSettings } from './sealed-settings.ts'

interface Ask {
  who: Who
  work: Work
  signal: AbortSignal
  origin: string
}

type Attempt = Awaited<ReturnType<typeof takeAttempt>>

/**
 * Finishes a sign-in with what the network handed back: a new channel, or fresh credentials for the one it was begun
 * for. Only the person who began it can finish it, and only once.
 */
export async function finishSignIn(
  parts: ChannelParts,
  ask: Ask,
  answer: z.infer<typeof signInReturn>,
): Promise<{ id: string; notes: string[] }> {
  const attempt = await ask.work((tx) => takeAttempt(tx, ask.who, answer.state))
  const connector = connectorOf(parts, attempt.kind)
  if (!connector.signIn || answer.code === undefined) {
    const said = answer.error === undefined ? '' : ` (it said: ${answer.error})`
    throw refused('code', `${connector.label} did not give its permission${said}. Nothing was connected: begin again.`)
  }
  const kept = unseal(parts.keyring, attempt.kept, { workspaceId: ask.who.workspaceId, id: attempt.id })
  const handed = { code: answer.code, redirectUri: redirectUri(ask.origin), kept }
  const signedIn = await connector.signIn
    .finish({ fetch: parts.fetch, signal: ask.signal }, handed)
    .catch((thrown: unknown) => {
      throw explainTrouble(connector, thrown)
    })
  return attempt.channelId === null
    ? connect(parts, ask, { attempt, settings: signedIn.settings })
    : reconnect(parts, ask, { channelId: attempt.channelId, settings: signedIn.settings })
}

async function connect(parts: ChannelParts, ask: Ask, { attempt, settings }: { attempt: Attempt; settings: unknown }) {
  const connector = connectorOf(parts, attempt.kind)
  const checked = await checkChannel(parts, {
    connector,
    settings: readSettings(connector, settings),
    signal: ask.signal,
  })
  const id = await ask.work(async (tx) => {
    const wanted = { kind: attempt.kind, name: await freeName(tx, attempt.name), settings }
    return keepChannel(tx, parts, { who: ask.who, wanted, connector, checked })
  })
  return { id, notes: checked.notes }
}

async function reconnect(
  parts: ChannelParts,
  { who, work, signal }: Ask,
  { channelId, settings: given }: { channelId: string; settings: unknown },
) {
  const before = await work((tx) => requireChannel(tx, channelId))
  const place = { workspaceId: who.workspaceId, id: channelId }
  const connector = connectorOf(parts, before.kind)
  const secrets = unsealSettings(parts.keyring, place, before.settings)
  const settings = mergeSettings(connector, { kept: secrets.settings, given })
  const checked = await checkChannel(parts, { connector, settings, signal })
  const set = {
    settings: sealSettings(parts.keyring, place, { ...secrets, settings: checked.settings }),
    idSpace: connector.idSpace(checked.settings, channelId),
    account: checked.account,
    accountUrl: checked.url ?? null,
  }
  await work((tx) => keepChange(tx, who, { id: channelId, change: { settings: {} }, set }))
  return { id: channelId, notes: checked.notes }
}

async function takeAttempt(tx: Tx, who: Who, state: string) {
  const attempt = await tx
    .deleteFrom('signInAttempt')
    .where('stateHash', '=', hashState(state))
    .where('colleagueId', '=', who.colleagueId)
    .where('expiresAt', '>', new Date())
    .returning(['id', 'kind', 'name', 'kept', 'channelId'])
    .executeTakeFirst()
  if (attempt) return attempt
  const message =
    'This sign-in was finished already, took longer than half an hour, or was begun by somebody else. Begin again.'
  throw new Problem(409, 'sign_in_over', message, { field: 'state' })
}
