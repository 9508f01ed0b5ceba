import type { ConversationView, MessageView } from '../../../contract/conversations.ts'
import { useMe } from '../../live/me.ts'
import { ReadingChips } from '../../readings/reading-chips.tsx'
import type { ReadingChipsProps } from '../../readings/reading-chips-props.ts'
import { sayOfMessage, takeBackOfMessage } from './correct-message.ts'

interface MessageReadingsProps {
  message: MessageView
  conversation: Pick<ConversationView, 'id' | 'may'>
  onShow: ReadingChipsProps['onShow']
}

/** What the readers say of a message, with their reasons, and the way to say otherwise. */
export function MessageReadings({ message, conversation, onShow }: MessageReadingsProps) {
  const me = useMe()?.colleague
  const { postId, reading } = message
  if (!postId || !reading) return null
  const about = { conversationId: conversation.id, message }
  return (
    <ReadingChips
      postId={postId}
      readings={reading}
      post={message}
      mayFix={conversation.may.reply && me !== undefined}
      onSay={(reader, label) => me && void sayOfMessage({ ...about, me }, reader, label)}
      onTakeBack={(reader) => void takeBackOfMessage(about, reader)}
      onShow={onShow}
    />
  )
}
