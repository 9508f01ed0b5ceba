import type { z } from 'zod'
import type { channelTrial, channelTrialAnswer } from '../../../contract/channels.ts'
import type { Work } from '../../db/workspace.ts'
import type { Who } from '../../access/who.ts'
import type { HeardPost } from '../../model/post.ts'
import type { Connector } from '../../connectors/connector.ts'
import type { ChannelParts } from './channel-parts.ts'
import { requireChannel } from './channel-store.ts'
import { mergeSettings } from './change-channel.ts'
import { checkChannel, explainTrouble } from './check-channel.ts'
import { makeTools } from './make-tools.ts'
import { connectorOf, readSettings } from './read-settings.ts'
import { unsealSettings } from './sealed-settings.ts'

const mostSamples = 5
/** A stream may be quiet; then there are no samples, and that is said. */
const listenSeconds = 6

interface Ask {
  who: Who
  work: Work
  signal: AbortSignal
}

/** Tries settings without keeping anything: who we are there, and the first posts that would be heard. */
export async function tryChannel(
  parts: ChannelParts,
  { who, work, signal }: Ask,
  trial: z.infer<typeof channelTrial>,
): Promise<z.infer<typeof channelTrialAnswer>> {
  const connector = connectorOf(parts, trial.kind)
  const { channelId } = trial
  const kept = channelId === undefined ? undefined : await work((tx) => requireChannel(tx, channelId))
  const place = { workspaceId: who.workspaceId, id: channelId ?? '' }
  const settings = kept
    ? mergeSettings(connector, {
        kept: unsealSettings(parts.keyring, place, kept.settings).settings,
        given: trial.settings,
      })
    : readSettings(connector, withPlaceholderSecret(connector, trial.settings))
  const checked = await checkChannel(parts, { connector, settings, signal })
  const { posts, note } = await hearSome(parts, { connector, settings: checked.settings, signal })
  return {
    account: checked.account,
    url: checked.url ?? null,
    notes: note === undefined ? checked.notes : [...checked.notes, note],
    samples: posts.slice(0, mostSamples).map((post) => ({
      text: post.text === '' ? (post.title ?? '') : post.text,
      author: post.author.name ?? post.author.handle,
      at: post.createdAt.toISOString(),
    })),
  }
}

/** Before a pushed channel is connected there is no secret yet; the trial does not need the real one. */
function withPlaceholderSecret(connector: Connector, settings: Record<string, unknown>): Record<string, unknown> {
  return connector.can.listens === 'pushed' ? { secret: 'whsec_trial', ...settings } : settings
}

interface Looking {
  connector: Connector
  settings: unknown
  signal: AbortSignal
}

async function hearSome(
  parts: ChannelParts,
  { connector, settings, signal }: Looking,
): Promise<{ posts: HeardPost[]; note?: string }> {
  if (!connector.listen) return { posts: [] }
  const enough = new AbortController()
  const timer = setTimeout(() => enough.abort(), listenSeconds * 1000)
  const listening = AbortSignal.any([signal, enough.signal])
  const posts: HeardPost[] = []
  try {
    const tools = makeTools(parts, { settings, cursor: null, signal: listening, note: () => {} })
    for await (const batch of connector.listen(tools)) {
      posts.push(...batch.heard.flatMap((heard) => (heard.kind === 'post' ? [heard.post] : [])))
      if (posts.length >= mostSamples || listening.aborted) break
    }
  } catch (thrown) {
    if (!enough.signal.aborted) throw explainTrouble(connector, thrown)
  } finally {
    clearTimeout(timer)
    enough.abort()
  }
  const newest = posts.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
  return posts.length > 0 ? { posts: newest } : { posts, note: 'It works. Nothing was written there while we looked.' }
}
