import { Link, getRouteApi } from '@tanstack/react-router'
import { isReader } from '../../../contract/reader-kinds.ts'
import { useRequest } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { NotHere } from './not-here.tsx'
import { readerText } from '../../readings/reading-words.ts'
import { readersRequest } from '../../readings/readers-request.ts'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { AccuracySection } from './accuracy-section.tsx'
import { CardSection } from './card-section.tsx'
import { FitSection } from './fit-section.tsx'
import { LineSection } from './line-section.tsx'

const address = getRouteApi('/shell/readings/$reader')

/** One reader: how often it is right, where its line lies, and how it reads. */
export function ReaderPage() {
  const t = useText()
  const { reader: named } = address.useParams()
  const readers = useRequest(readersRequest, undefined)
  const reader = readers.data?.items.find((each) => each.name === named)
  if (!isReader(named)) return <NotHere />
  return (
    <Page wide title={`${t('readers.title')}: ${readerText(named)}`}>
      <Link to="/readings" className="w-fit text-sm text-accent-text underline">
        {t('readers.back')}
      </Link>
      {readers.isError && <LoadFailed error={readers.error} onRetry={() => void readers.refetch()} />}
      {readers.isPending && <SkeletonRows rows={4} height="96px" />}
      {reader && (
        <>
          <AccuracySection reader={reader} />
          <LineSection key={reader.line} reader={reader} />
          {reader.labels.length > 0 && <FitSection reader={reader} />}
          <CardSection reader={reader} />
        </>
      )}
    </Page>
  )
}
