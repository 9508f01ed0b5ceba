import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ChannelView } from '../../../contract/channels.ts'
import { call } from '../../live/client.ts'
import { askAgain, sentenceOf } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** Removing a channel cannot be taken back, so it says what goes and what stays. */
export function RemoveChannel({ channel, onClose }: { channel: ChannelView; onClose: () => void }) {
  const t = useText()
  const navigate = useNavigate()
  const removing = useMutation({
    mutationFn: () => call('DELETE', `/channels/${channel.id}`),
    onSuccess: async () => {
      showToast(t('channels.removed', { name: channel.name }))
      await navigate({ to: '/channels' })
      await askAgain(new Set(['channel.removed']))
    },
  })
  return (
    <Dialog
      title={t('channels.remove.title', { name: channel.name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('channels.remove.keep')}</Button>
          <Button tone="danger" busy={removing.isPending} onClick={() => removing.mutate()}>
            {t('channels.remove.do')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{t('channels.remove.text')}</p>
        {removing.isError && <Banner tone="danger">{sentenceOf(removing.error, t('ui.notDone'))}</Banner>}
      </div>
    </Dialog>
  )
}
