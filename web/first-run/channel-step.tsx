import { useState } from 'react'
import type { ChannelKind, ChannelView } from '../../contract/channels.ts'
import { ChannelHealth } from '../listen/channels/channel-health.tsx'
import { type ChannelMade, kindsRequest } from '../listen/channels/channel-requests.ts'
import { ConnectForm } from '../listen/channels/connect-form.tsx'
import { Connected } from '../listen/channels/connected.tsx'
import { KindList } from '../listen/channels/kind-list.tsx'
import { inOurWords } from '../listen/channels/kind-texts.ts'
import { useRequest } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { Button } from '../ui/button.tsx'
import { LoadFailed } from '../ui/load-failed.tsx'

interface ChannelStepProps {
  channels: readonly ChannelView[]
  /** Somebody works here: the step stays open, for what is shown once must not vanish. */
  onStay: () => void
  onDone: () => void
}

/** The first channels: choose a network, connect it here; the next can follow at once. */
export function ChannelStep({ channels, onStay, onDone }: ChannelStepProps) {
  const t = useText()
  const kinds = useRequest(kindsRequest, undefined)
  const [kind, setKind] = useState<ChannelKind | null>(null)
  const [made, setMade] = useState<ChannelMade | null>(null)
  if (kinds.isError) return <LoadFailed error={kinds.error} onRetry={() => void kinds.refetch()} />
  return (
    <>
      {channels.length > 0 && (
        <ul className="flex flex-col gap-2">
          {channels.map((channel) => (
            <li key={channel.id} className="flex flex-wrap gap-x-4 text-md">
              <strong>{channel.name}</strong>
              <ChannelHealth channel={channel} />
            </li>
          ))}
        </ul>
      )}
      {made && <Connected channel={made} />}
      {channels.length > 0 && !kind && (
        <Button tone="main" className="self-start" onClick={onDone}>
          {t('ui.next')}
        </Button>
      )}
      {kind ? (
        <ConnectForm
          key={kind.kind}
          kind={kind}
          onBack={() => setKind(null)}
          onConnected={(channel) => {
            setMade(channel)
            setKind(null)
          }}
        />
      ) : (
        <>
          <p className="text-sm text-ink-2">{t('channels.connect.about')}</p>
          <KindList
            kinds={(kinds.data?.items ?? []).map(inOurWords)}
            onPick={(picked) => {
              onStay()
              setKind(picked)
            }}
          />
        </>
      )}
    </>
  )
}
