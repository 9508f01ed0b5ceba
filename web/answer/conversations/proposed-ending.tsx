import { CircleCheck } from 'lucide-react'
import type { ConversationView } from '../../../contract/conversations.ts'
import { useText } from '../../live/text.ts'
import { Button } from '../../ui/button.tsx'
import { endByThem } from './conversation-acts.ts'

/** The reader takes their words for an ending: a person confirms it, with the words shown. */
export function ProposedEnding({ conversation }: { conversation: ConversationView }) {
  const t = useText()
  const { proposedEnding, id, person, may } = conversation
  if (!proposedEnding || conversation.turn === 'ended') return null
  return (
    <div className="flex flex-wrap items-center gap-2 rounded-row bg-ok-soft px-3 py-2 text-sm text-ok-text">
      <CircleCheck size={14} aria-hidden="true" />
      <p className="min-w-40 flex-1">
        <span className="font-semibold">{t('ending.suggested')}</span>{' '}
        {t('ending.suggestedText', { name: person.name })} “{proposedEnding.words}”
      </p>
      {may.changeTurn && (
        <Button shortcut="e e" small onClick={() => void endByThem(id, { messageId: proposedEnding.messageId })}>
          {t('turn.choose.ended')}
        </Button>
      )}
    </div>
  )
}
