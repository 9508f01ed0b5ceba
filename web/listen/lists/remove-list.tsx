import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ListView } from '../../../contract/lists.ts'
import { call } from '../../live/client.ts'
import { askAgain, sentenceOf } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { rememberUndo } from '../../live/undo.ts'
import { Button } from '../../ui/button.tsx'

/** Takes a list away, which can be taken back; one that topics name stays, and the button says why. */
export function RemoveList({ list }: { list: ListView }) {
  const t = useText()
  const navigate = useNavigate()
  const changed = new Set(['list.changed'])
  const putBack = async (): Promise<void> => {
    const { name, kind, entries } = list
    try {
      await call('POST', '/lists', { body: { name, kind, entries } })
      await askAgain(changed)
    } catch (error) {
      showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' })
    }
  }
  const removing = useMutation({
    mutationFn: () => call('DELETE', `/lists/${list.id}`),
    onSuccess: async () => {
      rememberUndo(t('lists.removed', { name: list.name }), () => void putBack())
      await navigate({ to: '/lists' })
      await askAgain(changed)
    },
    onError: (error) => showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' }),
  })
  const isUsed = list.usedBy.length > 0
  return (
    <Button
      tone="quiet"
      disabled={isUsed}
      title={isUsed ? t('lists.usedStays') : undefined}
      busy={removing.isPending}
      onClick={() => removing.mutate()}
    >
      {t('ui.remove')}
    </Button>
  )
}
