import { useState } from 'react'
import type { ConversationView } from '../../../contract/conversations.ts'
import { call } from '../../live/client.ts'
import { sentenceOf } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { Button } from '../../ui/button.tsx'

/** Says that what stands around the conversation at its network could not be read, and lets it be tried again. */
export function ThreadReading({ conversation }: { conversation: ConversationView }) {
  const t = useText()
  const [isAsked, setAsked] = useState(false)
  if (conversation.thread?.state !== 'failed') return null
  const again = () => {
    setAsked(true)
    call('POST', `/conversations/${conversation.id}/thread-readings`, {}).catch((error: unknown) => {
      setAsked(false)
      showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' })
    })
  }
  return (
    <p className="flex flex-wrap items-center justify-center gap-2 text-xs text-ink-2">
      <span>{isAsked ? t('thread.asked') : t('thread.notRead', { why: conversation.thread.note })}</span>
      {!isAsked && <Button onClick={again}>{t('ui.tryAgain')}</Button>}
    </p>
  )
}
