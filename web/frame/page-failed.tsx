import { useText } from '../live/text.ts'
import { sentenceOf } from '../live/request.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useTitle } from '../ui/page.tsx'

/** A page that could not be shown: what, that nothing is lost, and what to do. */
export function PageFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText()
  useTitle(t('frame.failed.title'))
  return (
    <main id="main" tabIndex={-1} className="pane h-full min-w-0 flex-1 outline-none">
      <EmptyState
        title={<h1>{t('frame.failed.title')}</h1>}
        actions={
          <>
            <Button tone="main" onClick={onRetry}>
              {t('frame.failed.again')}
            </Button>
            <Button
              onClick={() => void navigator.clipboard.writeText(String(error instanceof Error ? error.stack : error))}
            >
              {t('frame.failed.copy')}
            </Button>
          </>
        }
      >
        <p role="alert">
          {t('frame.failed.text')} {sentenceOf(error, '')}
        </p>
      </EmptyState>
    </main>
  )
}
