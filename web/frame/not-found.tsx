import { Link } from '@tanstack/react-router'
import { useText } from '../live/text.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useTitle } from '../ui/page.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  const t = useText()
  useTitle(t('frame.missing.title'))
  return (
    <main id="main" tabIndex={-1} className="pane h-full min-w-0 flex-1 outline-none">
      <EmptyState
        title={<h1>{t('frame.missing.title')}</h1>}
        actions={
          <Link to="/" className="text-md text-accent-text underline">
            {t('frame.missing.back')}
          </Link>
        }
      >
        {t('frame.missing.text')}
      </EmptyState>
    </main>
  )
}
