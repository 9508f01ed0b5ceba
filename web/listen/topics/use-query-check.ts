import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { QueryTree } from '../../../contract/query-tree.ts'
import type { QueryDiagnostic } from '../../../contract/query.ts'
import { call } from '../../live/client.ts'
import { useSettled } from '../../live/settled.ts'

/** How long after the last change a query is looked at. */
const restMilliseconds = 150

interface CheckAnswer {
  diagnostics: QueryDiagnostic[]
  tree: QueryTree | null
}

export interface QueryCheck extends CheckAnswer {
  /** The text that was looked at; `isCurrent` tells whether it is the text as it stands now. */
  text: string
  isCurrent: boolean
}

/** What is wrong with a query, and how it is read. The last answer stays until the next is there. */
export function useQueryCheck(query: string): QueryCheck {
  const settled = useSettled(query, restMilliseconds)
  const isEmpty = query.trim() === ''
  const check = useQuery({
    queryKey: ['query-check', settled],
    queryFn: async ({ signal }) => {
      const answer = await call<CheckAnswer>('POST', '/query-checks', { body: { query: settled }, signal })
      return { ...answer, text: settled }
    },
    enabled: settled.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  if (isEmpty) return { diagnostics: [], tree: null, text: query, isCurrent: true }
  const { diagnostics = [], tree = null, text = '' } = check.data ?? {}
  return { diagnostics, tree, text, isCurrent: text === query }
}
