import { Link } from '@tanstack/react-router'
import type { ChannelView } from '../../../contract/channels.ts'
import { textOr, useText } from '../../live/text.ts'
import { Time } from '../../ui/time.tsx'
import { ChannelHealth } from './channel-health.tsx'
import { KindIcon } from './kind-icon.tsx'

/** A channel in the list. On a phone its facts stand under one another. */
export function ChannelRow({ channel }: { channel: ChannelView }) {
  const t = useText()
  const { lastHeardAt } = channel.health
  return (
    <tr className="border-b border-line align-top hover:bg-sunken max-tablet:flex max-tablet:flex-wrap max-tablet:gap-x-3 max-tablet:gap-y-1 max-tablet:py-2.5">
      <th scope="row" className="px-2 py-2.5 text-start font-normal first:ps-0 max-tablet:w-full max-tablet:py-0">
        <span className="flex items-center gap-2.5">
          <KindIcon kind={channel.kind} />
          <span className="min-w-0">
            <Link
              to="/channels/$id"
              params={{ id: channel.id }}
              className="font-semibold text-ink hover:text-accent-text hover:underline"
            >
              {channel.name}
            </Link>
            <span className="block text-xs text-ink-3">{textOr(`network.${channel.kind}.label`, channel.label)}</span>
          </span>
        </span>
      </th>
      <td className="px-2 py-2.5 text-ink-2 max-tablet:w-full max-tablet:p-0">{channel.account}</td>
      <td className="px-2 py-2.5 max-tablet:w-full max-tablet:p-0">
        <ChannelHealth channel={channel} />
      </td>
      <td className="px-2 py-2.5 text-xs text-ink-2 max-tablet:p-0">
        <span className="tablet:hidden">{t('channels.column.heard')} </span>
        {lastHeardAt === null ? t('channels.nothingYet') : <Time at={lastHeardAt} />}
      </td>
      <td className="px-2 py-2.5 max-tablet:p-0">
        <span className="text-xs text-ink-2 tablet:hidden">{t('channels.column.today')} </span>
        <Link
          to="/posts"
          search={{ channel: channel.id }}
          aria-label={t('channels.openPosts', { count: channel.postsToday, name: channel.name })}
          className="tabular text-ink-2 underline decoration-line-strong underline-offset-2 hover:text-accent-text max-tablet:text-xs"
        >
          {channel.postsToday}
        </Link>
      </td>
    </tr>
  )
}
