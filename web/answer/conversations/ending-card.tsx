import { Ban, CircleCheck, Moon } from 'lucide-react'
import type { ConversationView } from '../../../contract/conversations.ts'
import { useText } from '../../live/text.ts'
import { Time } from '../../ui/time.tsx'

/** The proof that they ended it, in their words; or why it rests or was set aside. */
export function EndingCard({ conversation }: { conversation: ConversationView }) {
  const t = useText()
  const { turn, ending, setAside } = conversation
  if (turn === 'ended' && ending) return <Proof conversation={conversation} ending={ending} />
  if (turn === 'set_aside' && setAside)
    return (
      <div role="note" className="rounded-row bg-sunken px-3 py-2 text-sm text-ink-2">
        <p className="flex flex-wrap items-center gap-1.5">
          <Ban size={14} aria-hidden="true" />
          <span className="font-semibold">{t('turn.set_aside')}</span> {t(`aside.reason.${setAside.reason}`)}
          {setAside.by && <span>· {setAside.by.name}</span>} <Time at={setAside.at} />
        </p>
        {setAside.note && <p className="mt-1 whitespace-pre-wrap">{setAside.note}</p>}
      </div>
    )
  if (turn !== 'resting') return null
  return (
    <p className="flex items-center gap-1.5 rounded-row bg-sunken px-3 py-2 text-sm text-ink-2">
      <Moon size={14} aria-hidden="true" />
      {t('turn.restingLine')}
    </p>
  )
}

function Proof({
  conversation,
  ending,
}: {
  conversation: ConversationView
  ending: NonNullable<ConversationView['ending']>
}) {
  const t = useText()
  const { messages, person } = conversation
  const words = ending.stated?.words ?? messages.find((message) => message.id === ending.messageId)?.text
  return (
    <div role="note" className="rounded-row border border-ok/40 bg-ok-soft px-3 py-2 text-sm text-ok-text">
      <p className="flex flex-wrap items-center gap-1.5 font-semibold">
        <CircleCheck size={14} aria-hidden="true" />
        {t('turn.ended')}
        <Time at={ending.at} className="font-normal" />
      </p>
      {words && (
        <blockquote dir="auto" className="mt-1 whitespace-pre-wrap">
          “{words}” <span>{t('ending.saidBy', { name: ending.stated?.by ?? person.name })}</span>
        </blockquote>
      )}
      {ending.tap && <p className="mt-1">{t('ending.tapped', { name: person.name })}</p>}
      {ending.by && (
        <p className="mt-1 text-xs">
          {t(ending.stated ? 'ending.takenDown' : 'ending.confirmed', { name: ending.by.name })}
        </p>
      )}
    </div>
  )
}
