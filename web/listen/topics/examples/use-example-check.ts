import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ExampleView, exampleCheckReply } from '../../../../contract/topic-trials.ts'
import { call } from '../../../live/client.ts'
import { useSettled } from '../../../live/settled.ts'

const restMilliseconds = 400

/** The examples of a topic held against a query that is not saved; none while it cannot be tried. */
export function useExampleCheck(topicId: string | undefined, query: string): readonly ExampleView[] {
  const settled = useSettled(query, restMilliseconds)
  const check = useQuery({
    queryKey: ['example-check', topicId, settled],
    queryFn: ({ signal }) =>
      call<z.infer<typeof exampleCheckReply>>('POST', `/topics/${topicId}/example-checks`, {
        body: { query: settled },
        signal,
      }),
    enabled: topicId !== undefined && settled.trim() !== '',
    placeholderData: keepPreviousData,
    meta: { changedBy: ['topic.'] },
  })
  return settled.trim() === '' ? [] : (check.data?.items ?? [])
}
