import { Link } from '@tanstack/react-router'
import { useText } from '../../live/text.ts'
import { Banner } from '../../ui/banner.tsx'
import type { ChannelMade } from './channel-requests.ts'
import { InboundAddress } from './inbound-address.tsx'

/** A channel was just connected: what is worth knowing, and what is shown this once. */
export function Connected({ channel }: { channel: ChannelMade }) {
  const t = useText()
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <Banner tone="ok">{t('channels.connected', { name: channel.name })}</Banner>
      {channel.notes.map((note) => (
        <p key={note} className="text-md text-ink-2">
          {note}
        </p>
      ))}
      <InboundAddress channel={channel} secret={channel.secret} />
      <p className="flex flex-wrap gap-4 text-md">
        <Link to="/channels/$id" params={{ id: channel.id }} className="text-accent-text underline">
          {t('channels.seeChannel')}
        </Link>
        <Link to="/channels" className="text-accent-text underline">
          {t('channels.all')}
        </Link>
        <Link to="/topics/new" className="text-accent-text underline">
          {t('topics.new')}
        </Link>
      </p>
    </div>
  )
}
