import { useInfiniteQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { differencePage } from '../../../../contract/topic-trials.ts'
import { call } from '../../../live/client.ts'
import { useText } from '../../../live/text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { LoadFailed } from '../../../ui/load-failed.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { Time } from '../../../ui/time.tsx'
import { SampleText } from './sample-text.tsx'

interface DifferenceListProps {
  query: string
  topicId: string
  which: 'added' | 'removed'
  onClose: () => void
}

/** The posts that a query finds and the version in use does not, or the other way round. */
export function DifferenceList({ query, topicId, which, onClose }: DifferenceListProps) {
  const t = useText()
  const pages = useInfiniteQuery({
    queryKey: ['topic-difference', topicId, which, query],
    queryFn: ({ pageParam, signal }) => {
      const body = { query, topicId, which, ...(pageParam === '' ? {} : { after: pageParam }) }
      return call<z.infer<typeof differencePage>>('POST', '/topic-trials/differences', { body, signal })
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const items = pages.data?.pages.flatMap((page) => page.items) ?? []
  const lookedTo = pages.data?.pages.at(-1)?.lookedTo
  return (
    <Dialog wide title={t(`topics.difference.${which}`)} onClose={onClose}>
      <div className="flex flex-col gap-3">
        {pages.isError && <LoadFailed error={pages.error} onRetry={() => void pages.refetch()} />}
        {pages.isPending && <SkeletonRows rows={3} />}
        {pages.isSuccess && items.length === 0 && !pages.hasNextPage && <p>{t('topics.difference.empty')}</p>}
        <ul className="flex flex-col gap-2">
          {items.map((sample) => (
            <li key={sample.postId} className="rounded-row border border-line p-2.5">
              <SampleText sample={sample} />
            </li>
          ))}
        </ul>
        {pages.hasNextPage && (
          <div className="flex flex-wrap items-center gap-2">
            <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {t('ui.loadMore')}
            </Button>
            {lookedTo !== undefined && (
              <span className="text-xs text-ink-3">
                {t('topics.difference.lookedTo')} <Time at={lookedTo} />
              </span>
            )}
          </div>
        )}
      </div>
    </Dialog>
  )
}
