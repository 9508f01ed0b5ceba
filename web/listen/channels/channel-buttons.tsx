import { useMutation } from '@tanstack/react-query'
import { KeyRound, Pause, Play, RefreshCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ChannelKind, ChannelView } from '../../../contract/channels.ts'
import { call } from '../../live/client.ts'
import { askAgain, sentenceOf } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { rememberUndo } from '../../live/undo.ts'
import { Button } from '../../ui/button.tsx'
import { RemoveChannel } from './remove-channel.tsx'

const changed = new Set(['channel.changed'])

/** What can be done with a channel beside its settings. */
export function ChannelButtons({ channel, kind }: { channel: ChannelView; kind: ChannelKind }) {
  const t = useText()
  const [isRemoving, setIsRemoving] = useState(false)
  const isPaused = channel.health.state === 'paused'
  const path = `/channels/${channel.id}`
  const fail = (error: unknown): void => void showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' })
  const pause = (paused: boolean) => call('PATCH', path, { body: { paused } }).then(() => askAgain(changed))
  const pausing = useMutation({
    mutationFn: pause,
    onError: fail,
    onSuccess: (_answer, paused) =>
      rememberUndo(t(paused ? 'channels.paused' : 'channels.resumed', { name: channel.name }), () => {
        pause(!paused).catch(fail)
      }),
  })
  const retrying = useMutation({
    mutationFn: () => call('POST', `${path}/retries`),
    onError: fail,
    onSuccess: async () => {
      showToast(t('channels.asked'))
      await askAgain(changed)
    },
  })
  const signingIn = useMutation({
    mutationFn: () =>
      call<{ url: string }>('POST', '/channel-sign-ins', {
        body: { kind: channel.kind, name: channel.name, settings: channel.settings, channelId: channel.id },
      }),
    onError: fail,
    onSuccess: ({ url }) => location.assign(url),
  })
  return (
    <>
      {kind.signIn && (
        <Button
          tone={channel.health.state === 'needs_sign_in' ? 'main' : 'plain'}
          icon={<KeyRound size={14} aria-hidden="true" />}
          busy={signingIn.isPending}
          onClick={() => signingIn.mutate()}
        >
          {t('channels.signInAgain')}
        </Button>
      )}
      {!isPaused && channel.can.listens !== 'pushed' && (
        <Button
          icon={<RefreshCw size={14} aria-hidden="true" />}
          busy={retrying.isPending}
          onClick={() => retrying.mutate()}
        >
          {t('channels.askNow')}
        </Button>
      )}
      <Button
        icon={isPaused ? <Play size={14} aria-hidden="true" /> : <Pause size={14} aria-hidden="true" />}
        busy={pausing.isPending}
        onClick={() => pausing.mutate(!isPaused)}
      >
        {t(isPaused ? 'channels.resume' : 'channels.pause')}
      </Button>
      <Button tone="danger" icon={<Trash2 size={14} aria-hidden="true" />} onClick={() => setIsRemoving(true)}>
        {t('channels.remove')}
      </Button>
      {isRemoving && <RemoveChannel channel={channel} onClose={() => setIsRemoving(false)} />}
    </>
  )
}
