import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { TopicView } from '../../../contract/topics.ts'
import { call } from '../../live/client.ts'
import { askAgain, sentenceOf } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** Removing a topic cannot be taken back, so it says what goes and what stays. */
export function RemoveTopic({ topic, onClose }: { topic: TopicView; onClose: () => void }) {
  const t = useText()
  const navigate = useNavigate()
  const removing = useMutation({
    mutationFn: () => call('DELETE', `/topics/${topic.id}`),
    onSuccess: async () => {
      showToast(t('topics.removed', { name: topic.name }))
      await navigate({ to: '/topics' })
      await askAgain(new Set(['topic.removed']))
    },
  })
  return (
    <Dialog
      title={t('topics.remove.title', { name: topic.name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('topics.remove.keep')}</Button>
          <Button tone="danger" busy={removing.isPending} onClick={() => removing.mutate()}>
            {t('topics.remove.do')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{t('topics.remove.text')}</p>
        {removing.isError && <Banner tone="danger">{sentenceOf(removing.error, t('ui.notDone'))}</Banner>}
      </div>
    </Dialog>
  )
}
