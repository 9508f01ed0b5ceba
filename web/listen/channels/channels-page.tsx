import { Link, useNavigate } from '@tanstack/react-router'
import { FileUp, Plus } from 'lucide-react'
import { useState } from 'react'
import type { ChannelView } from '../../../contract/channels.ts'
import { useActions } from '../../live/actions.ts'
import { useMay } from '../../live/me.ts'
import { useRequest } from '../../live/request.ts'
import { useRowKeys } from '../../live/row-keys.ts'
import { useText } from '../../live/text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { ChannelRow } from './channel-row.tsx'
import { channelsRequest } from './channel-requests.ts'
import { OpmlImport } from './opml-import.tsx'

/** The connected places, each with its health. */
export function ChannelsPage() {
  const t = useText()
  const navigate = useNavigate()
  const mayChange = useMay('channel.change')
  const [isImporting, setIsImporting] = useState(false)
  const channels = useRequest(channelsRequest, undefined)
  const connect = (): void => void navigate({ to: '/channels/connect' })
  useActions(mayChange ? [{ id: 'connect', label: 'channels.connect', group: 'list', keys: ['c'], run: connect }] : [])
  return (
    <Page
      wide
      title={t('nav.channels')}
      about={t('channels.about')}
      actions={
        mayChange && (
          <>
            <Button icon={<FileUp size={14} aria-hidden="true" />} onClick={() => setIsImporting(true)}>
              {t('channels.opml')}
            </Button>
            <Button tone="main" shortcut="c" icon={<Plus size={14} aria-hidden="true" />} onClick={connect}>
              {t('channels.connect')}
            </Button>
          </>
        )
      }
    >
      {channels.isError && <LoadFailed error={channels.error} onRetry={() => void channels.refetch()} />}
      {channels.isPending && <SkeletonRows rows={3} height="56px" />}
      {channels.data && <ChannelList channels={channels.data.items} />}
      {isImporting && <OpmlImport onClose={() => setIsImporting(false)} />}
    </Page>
  )
}

function ChannelList({ channels }: { channels: readonly ChannelView[] }) {
  const list = useRowKeys<HTMLDivElement>()
  const t = useText()
  if (channels.length === 0)
    return (
      <EmptyState
        title={t('channels.empty.title')}
        actions={
          <Link to="/channels/connect" className="text-md text-accent-text underline">
            {t('channels.connect')}
          </Link>
        }
      >
        {t('channels.empty.text')}
      </EmptyState>
    )
  return (
    <div ref={list} className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('nav.channels')}>
      <table className="w-full border-collapse text-sm max-tablet:block">
        <thead className="text-xs text-ink-3 max-tablet:sr-only">
          <tr className="border-b border-line">
            {(['name', 'account', 'state', 'heard', 'today'] as const).map((column) => (
              <th key={column} scope="col" className="px-2 py-2 text-start font-medium first:ps-0">
                {t(`channels.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-tablet:block">
          {channels.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
