import type { ConversationView } from '../../../contract/conversations.ts'
import { useText } from '../../live/text.ts'
import { Time } from '../../ui/time.tsx'
import { tellHistory } from './tell-history.ts'

/** Everything the conversation went through, newest first: what, who, when. */
export function HistoryTab({ conversation }: { conversation: ConversationView }) {
  const t = useText()
  const rows = conversation.history
    .map((row) => ({ row, sentence: tellHistory(row, t) }))
    .filter(({ sentence }) => sentence)
    .reverse()
  if (rows.length === 0) return <p className="text-sm text-ink-3">{t('history.empty')}</p>
  return (
    <ol className="flex flex-col gap-2.5">
      {rows.map(({ row, sentence }) => (
        <li key={row.id} className="border-s-2 border-line ps-2.5 text-sm">
          <span className="block">{sentence}</span>
          <span className="flex gap-1.5 text-xs text-ink-3">
            {row.by && <span>{row.by.name}</span>}
            <Time at={row.at} />
          </span>
        </li>
      ))}
    </ol>
  )
}
