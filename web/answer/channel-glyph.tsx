import { createElement } from 'react'
import { AtSign, ClipboardPen, MessageCircle, Rss, Webhook } from 'lucide-react'

const signs = new Map([
  ['mastodon', AtSign],
  ['feed', Rss],
  ['inbound', Webhook],
  ['form', ClipboardPen],
])

/** The sign of a kind of channel, with the channel's name for readers and in a tip. */
export function ChannelGlyph({ channel, size = 14 }: { channel: { kind: string; name: string }; size?: number }) {
  return (
    <span title={channel.name} className="inline-flex shrink-0 text-ink-3">
      {createElement(signs.get(channel.kind) ?? MessageCircle, { size, 'aria-hidden': true })}
      <span className="sr-only">{channel.name}</span>
    </span>
  )
}
