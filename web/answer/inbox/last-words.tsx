import type { ConversationSummary } from '../../../contract/conversations.ts'
import { useMe } from '../../live/me.ts'
import { useText } from '../../live/text.ts'
import { oneLine } from '../plain-words.ts'

/** The last message on one line, with who said it where it was one of us. */
export function LastWords({ conversation }: { conversation: ConversationSummary }) {
  const t = useText()
  const me = useMe()
  const last = conversation.lastMessage
  if (!last) return null
  if (last.deleted) return <i>{t('row.deleted')}</i>
  const isMine = last.by === me?.colleague.name
  const before = {
    in: '',
    out: t('row.by', { name: isMine ? t('row.you') : last.by }),
    note: isMine ? t('row.yourNote') : t('row.note', { name: last.by }),
  }[last.direction]
  return (
    <>
      {before && <span className="text-ink-2">{before} </span>}
      {oneLine(last.text)}
    </>
  )
}
