import { useMutation } from '@tanstack/react-query'
import { call } from '../live/client.ts'
import { sentenceOf, useRequest } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { showToast } from '../live/toasts.ts'
import { Button } from '../ui/button.tsx'
import { readersRequest } from './readers-request.ts'

/** Has the refiner asked about this post, where one is switched on. */
export function AskRefiner({ postId }: { postId: string }) {
  const t = useText()
  const isOn = useRequest(readersRequest, undefined).data?.refiner ?? false
  const asking = useMutation({
    mutationFn: () => call('POST', '/refiner-requests', { body: { postId } }),
    onSuccess: () => void showToast(t('proposal.asked')),
    onError: (error) => void showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' }),
  })
  if (!isOn) return null
  return (
    <Button small className="self-start" busy={asking.isPending} onClick={() => asking.mutate()}>
      {t('proposal.ask')}
    </Button>
  )
}
