import { Globe, Lock, NotebookPen } from 'lucide-react'
import type { ConversationView } from '../../../contract/conversations.ts'
import { useMe } from '../../live/me.ts'
import { useText } from '../../live/text.ts'
import { classNames } from '../../ui/class-names.ts'
import type { Mode } from './use-draft.ts'

/** Says in words, before anything is sent, who will read it and in whose name. */
export function AudienceBand({ conversation, mode }: { conversation: ConversationView; mode: Mode }) {
  const t = useText()
  const me = useMe()
  const { audience } = conversation
  const kind = mode === 'note' ? 'note' : audience.kind
  const Icon = { note: NotebookPen, public: Globe, private: Lock }[kind]
  const values = { network: audience.network, account: audience.account, to: audience.to, me: me?.colleague.name ?? '' }
  return (
    <p
      className={classNames(
        'flex min-h-8 items-center gap-2 px-3 py-1 text-xs',
        kind === 'note' && 'text-note-text',
        kind === 'public' && 'border-s-4 border-accent text-ink-2',
        kind === 'private' && 'bg-sunken text-ink-2',
      )}
    >
      <Icon size={14} aria-hidden="true" className="shrink-0" />
      <span className="min-w-0">
        {kind !== 'note' && <strong className="font-semibold text-ink">{t(`audience.${kind}.word`)} </strong>}
        {t(`audience.${kind}`, values)}
      </span>
    </p>
  )
}
