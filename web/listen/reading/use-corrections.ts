import { useInfiniteQuery } from '@tanstack/react-query'
import type { CorrectionView } from '../../../contract/readings.ts'
import { call } from '../../live/client.ts'

/** The filter as it stands in the address. */
export type CorrectionSearch = Partial<Record<'reader' | 'was' | 'label' | 'verdict' | 'sampled' | 'sure', string>>

interface CorrectionPage {
  items: CorrectionView[]
  next: string | null
}

export function useCorrections(search: CorrectionSearch) {
  return useInfiniteQuery({
    queryKey: ['corrections', search],
    queryFn: ({ pageParam, signal }) => askCorrections(search, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    meta: { changedBy: ['reading.'] },
  })
}

/** A page of what people said; `after` is '' for the first. */
export function askCorrections(search: CorrectionSearch, after: string, signal?: AbortSignal): Promise<CorrectionPage> {
  return call<CorrectionPage>('GET', '/corrections', {
    query: { ...search, ...(after && { after }), limit: after || !signal ? 200 : 50 },
    ...(signal && { signal }),
  })
}
