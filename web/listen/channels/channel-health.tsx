import { CircleAlert, CircleCheck, CirclePause, Clock, KeyRound, RefreshCw } from 'lucide-react'
import type { ChannelView } from '../../../contract/channels.ts'
import { useText } from '../../live/text.ts'
import { classNames } from '../../ui/class-names.ts'

type State = ChannelView['health']['state']

const looks: Record<State, { Icon: typeof Clock; look: string }> = {
  ok: { Icon: CircleCheck, look: 'text-ok-text' },
  catching_up: { Icon: RefreshCw, look: 'text-warn-text' },
  limited: { Icon: Clock, look: 'text-warn-text' },
  needs_sign_in: { Icon: KeyRound, look: 'text-danger-text' },
  failing: { Icon: CircleAlert, look: 'text-danger-text' },
  paused: { Icon: CirclePause, look: 'text-ink-2' },
}

/** How a channel is: a sign, a word, and the sentence where something is the matter. */
export function ChannelHealth({ channel }: { channel: Pick<ChannelView, 'health' | 'can'> }) {
  const t = useText()
  const { state, sentence } = channel.health
  const { Icon, look } = looks[state]
  const word = state === 'ok' ? t(`channels.listens.${channel.can.listens}`) : t(`channels.state.${state}`)
  return (
    <span className="flex min-w-0 items-start gap-1.5 text-sm">
      <Icon size={15} aria-hidden="true" className={classNames('mt-0.5 shrink-0', look)} />
      <span className="min-w-0">
        <span className={classNames('font-medium', look)}>{word}</span>
        {sentence !== '' && <span className="block text-xs text-ink-2">{sentence}</span>}
      </span>
    </span>
  )
}
