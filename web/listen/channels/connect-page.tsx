import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ChannelKind } from '../../../contract/channels.ts'
import { useRequest } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { type ChannelMade, kindsRequest } from './channel-requests.ts'
import { ConnectForm } from './connect-form.tsx'
import { Connected } from './connected.tsx'
import { KindList } from './kind-list.tsx'
import { inOurWords } from './kind-texts.ts'

const address = getRouteApi('/shell/channels/connect')

/** Connecting a channel: choose the network, give it what it needs, test, done. One page, nothing typed is lost. */
export function ConnectPage() {
  const t = useText()
  const { kind: chosen } = address.useSearch()
  const kinds = useRequest(kindsRequest, undefined)
  const items = kinds.data?.items.map(inOurWords)
  const kind = items?.find((each) => each.kind === chosen)
  return (
    <Page
      title={kind ? t('channels.connectKind', { kind: kind.label }) : t('channels.connect')}
      about={kind ? kind.about : t('channels.connect.about')}
    >
      {kinds.isError && <LoadFailed error={kinds.error} onRetry={() => void kinds.refetch()} />}
      {kinds.isPending && <SkeletonRows rows={3} height="120px" />}
      {items && <Connect key={chosen} kinds={items} kind={kind} />}
    </Page>
  )
}

function Connect({ kinds, kind }: { kinds: readonly ChannelKind[]; kind: ChannelKind | undefined }) {
  const navigate = useNavigate()
  const [made, setMade] = useState<ChannelMade | null>(null)
  if (made) return <Connected channel={made} />
  if (!kind)
    return (
      <KindList
        kinds={kinds}
        onPick={(picked) => void navigate({ to: '/channels/connect', search: { kind: picked.kind } })}
      />
    )
  return (
    <ConnectForm
      kind={kind}
      onBack={() => void navigate({ to: '/channels/connect', search: {} })}
      onConnected={setMade}
    />
  )
}
