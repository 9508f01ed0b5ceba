import { Link } from '@tanstack/react-router'
import type { ConversationSummary } from '../../../contract/conversations.ts'
import { useText } from '../../live/text.ts'
import { splitOff } from './split-off.ts'

/** That this conversation is one of many that say the same: how many, the way to all of them, and out of the group. */
export function CopiesLine({ conversation }: { conversation: ConversationSummary }) {
  const t = useText()
  const { copies, id, may } = conversation
  if (!copies) return null
  const link = 'min-h-6 shrink-0 rounded-chip px-1 text-accent-text underline underline-offset-2 touch:min-h-11'
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-2 border-b border-line px-4 py-1 text-xs text-ink-2">
      <p className="min-w-0 flex-1">{t('copies.line', { count: copies.count, ours: copies.ours })}</p>
      <Link
        to="/inbox/$view"
        params={{ view: 'all' }}
        search={{ copies: copies.id }}
        aria-keyshortcuts="B"
        className={`${link} inline-flex items-center`}
      >
        {t('actions.copies')}
      </Link>
      {may.changeTurn && (
        <button type="button" aria-keyshortcuts="Shift+B" onClick={() => void splitOff([id])} className={link}>
          {t('actions.splitOff')}
        </button>
      )}
    </div>
  )
}
