import { Link } from '@tanstack/react-router'
import { useText } from '../../live/text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'

/** There is no reader of the name in the address. */
export function NotHere() {
  const t = useText()
  return (
    <Page title={t('readers.title')}>
      <EmptyState
        title={t('readers.missing')}
        actions={
          <Link to="/readings" className="text-accent-text underline">
            {t('readers.back')}
          </Link>
        }
      />
    </Page>
  )
}
