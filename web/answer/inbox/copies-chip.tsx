import { Link } from '@tanstack/react-router'
import { Copy } from 'lucide-react'
import type { ConversationSummary } from '../../../contract/conversations.ts'
import { useText } from '../../live/text.ts'

/** How many say the same as this line; leads to all of them. In the list the key B does. */
export function CopiesChip({ conversation: { copies } }: { conversation: ConversationSummary }) {
  const t = useText()
  if (!copies) return null
  return (
    <Link
      to="/inbox/$view"
      params={{ view: 'all' }}
      search={{ copies: copies.id }}
      tabIndex={-1}
      onClick={(event) => event.stopPropagation()}
      title={t('actions.copies')}
      className="inline-flex shrink-0 items-center gap-0.5 rounded-chip bg-sunken px-1 text-2xs font-medium text-ink-2 hover:underline"
    >
      <Copy size={10} aria-hidden="true" />
      {t('row.copies', { count: copies.count })}
    </Link>
  )
}
