import { sentenceOf } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'

/** Something could not be shown: why, and the way to try again. */
export function LoadFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText()
  return (
    <Banner tone="danger" action={<Button onClick={onRetry}>{t('ui.tryAgain')}</Button>}>
      {sentenceOf(error, t('ui.notShown'))}
    </Banner>
  )
}
