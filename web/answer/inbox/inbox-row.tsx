import type { InboxView } from '../../../contract/conversations.ts'
import { useCell } from '../../live/cell.ts'
import { useMe } from '../../live/me.ts'
import { useText } from '../../live/text.ts'
import { useConversation } from '../conversations/conversation-store.ts'
import { ConversationRow } from './conversation-row.tsx'
import { ConversationRowCompact } from './conversation-row-compact.tsx'
import { leftBecause } from './left-because.ts'
import { rowHeight } from './row-height.ts'

interface InboxRowProps {
  id: string
  view: InboxView
  isOpen: boolean
  isChecked: boolean
  isLeft: boolean
  onOpen: () => void
  onCheck: () => void
}

/** One row, in the density that was chosen. */
export function InboxRow({ id, view, isLeft, ...row }: InboxRowProps) {
  const t = useText()
  const me = useMe()?.colleague.id ?? ''
  const conversation = useConversation(id)
  const isCompact = useCell(rowHeight) < 60
  if (!conversation) return null
  const because = isLeft ? leftBecause(view, conversation, me, t) : undefined
  const Row = isCompact ? ConversationRowCompact : ConversationRow
  return <Row conversation={conversation} leftBecause={because} {...row} />
}
