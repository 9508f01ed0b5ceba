import type { Database } from '../../db/database.ts'
import type { ChannelParts } from './channel-parts.ts'
import type { OpenHearing } from './mind-channels.ts'
import { openChannel, type OpenedChannel } from './open-channel.ts'

/** How a channel is heard: by the connector of its kind. Kinds that others push to, or that are gone, are not. */
export function listenedBy(db: Database, parts: ChannelParts): OpenHearing {
  return (channel, signal) => {
    const connector = parts.connectors[channel.kind]
    if (!connector?.listen) return undefined
    let opened: OpenedChannel | undefined
    return {
      db,
      channel,
      connector,
      nextTryAt: channel.nextTryAt,
      failures: channel.failures,
      signal,
      async openTools() {
        opened = await openChannel(db, parts, channel, signal)
        return opened.tools
      },
      sealSettings(settings) {
        if (!opened) throw new Error('The channel is not open.')
        return opened.seal(settings)
      },
    }
  }
}
