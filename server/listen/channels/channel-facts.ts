import type { ChannelParts } from './channel-parts.ts'
import { connectorOf, readSettings } from './read-settings.ts'
import { unsealSettings } from './sealed-settings.ts'

/** What can be done on one channel, as its connector states it for the channel's own settings. */
export function channelFacts(
  parts: ChannelParts,
  channel: { workspaceId: string; id: string; kind: string; settings: Buffer },
) {
  const connector = connectorOf(parts, channel.kind)
  const settings = readSettings(connector, unsealSettings(parts.keyring, channel, channel.settings).settings)
  return {
    label: connector.label,
    isOwnPlace: connector.can.listens === 'pushed' && !connector.receive,
    replies: connector.can.replies && connector.send !== undefined,
    privateReplies: connector.can.privateReplies,
    ...connector.limits(settings),
  }
}
