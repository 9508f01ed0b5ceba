import { Link, getRouteApi } from '@tanstack/react-router'
import type { ChannelKind, ChannelView } from '../../../contract/channels.ts'
import { useRequest } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { Time } from '../../ui/time.tsx'
import { ChannelButtons } from './channel-buttons.tsx'
import { ChannelHealth } from './channel-health.tsx'
import { ChannelLog } from './channel-log.tsx'
import { ChannelMeters } from './channel-meters.tsx'
import { ChannelSettings } from './channel-settings.tsx'
import { channelRequest, kindsRequest } from './channel-requests.ts'
import { inOurWords } from './kind-texts.ts'
import { InboundAddress } from './inbound-address.tsx'

const address = getRouteApi('/shell/channels/$id')

/** One channel: how it is, what it needs, what it noted. */
export function ChannelPage() {
  const t = useText()
  const { id } = address.useParams()
  const channel = useRequest(channelRequest, { id })
  const kinds = useRequest(kindsRequest, undefined)
  const kind = kinds.data?.items.find((each) => each.kind === channel.data?.kind)
  if (channel.data && kind) return <ShownChannel key={id} channel={channel.data} kind={inOurWords(kind)} />
  const failed = [channel, kinds].find((each) => each.isError)
  return (
    <Page title={t('channels.one')}>
      {failed ? (
        <LoadFailed error={failed.error} onRetry={() => void failed.refetch()} />
      ) : (
        <SkeletonRows rows={4} height="56px" />
      )}
    </Page>
  )
}

function ShownChannel({ channel, kind }: { channel: ChannelView; kind: ChannelKind }) {
  const t = useText()
  const { lastHeardAt } = channel.health
  return (
    <Page
      title={channel.name}
      about={
        <>
          {kind.label}
          {channel.account !== '' && ' · '}
          {channel.accountUrl === null ? (
            channel.account
          ) : (
            <a
              href={channel.accountUrl}
              target="_blank"
              rel="noreferrer noopener"
              className="text-accent-text underline"
            >
              {channel.account}
            </a>
          )}
        </>
      }
      actions={channel.may.change && <ChannelButtons channel={channel} kind={kind} />}
    >
      <div className="flex flex-wrap items-start gap-x-8 gap-y-3 rounded-pane border border-line p-4">
        <ChannelHealth channel={channel} />
        <p className="text-sm text-ink-2">
          {t('channels.column.heard')}: {lastHeardAt === null ? t('channels.nothingYet') : <Time at={lastHeardAt} />}
        </p>
        <Link to="/posts" search={{ channel: channel.id }} className="text-sm text-accent-text underline">
          {t('channels.postsToday', { count: channel.postsToday })}
        </Link>
      </div>
      <ChannelMeters id={channel.id} />
      {channel.may.change && <InboundAddress channel={channel} />}
      {channel.may.change && <ChannelSettings channel={channel} kind={kind} />}
      <ChannelLog id={channel.id} />
    </Page>
  )
}
