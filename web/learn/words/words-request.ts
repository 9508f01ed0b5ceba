import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { channelPage } from '../../../contract/channels.ts'
import type { departmentPage } from '../../../contract/team.ts'
import type { topicPage } from '../../../contract/topics.ts'
import type { WordComparison, wordComparisonBody } from '../../../contract/word-comparisons.ts'
import { call } from '../../live/client.ts'
import { request } from '../../live/request.ts'

type Body = z.input<typeof wordComparisonBody>
/** Which posts one side holds. */
export type WordSet = Body['here']

export const topicsRequest = request<z.infer<typeof topicPage>>({ path: '/topics?limit=200', changedBy: ['topic.'] })
export const channelsRequest = request<z.infer<typeof channelPage>>({
  path: '/channels?limit=200',
  changedBy: ['channel.'],
})
export const departmentsRequest = request<z.infer<typeof departmentPage>>({
  path: '/departments',
  changedBy: ['department.'],
})

/** Compares two sets of posts; what was compared before stays while the next answer is awaited. */
export function useWordComparison(body: Body) {
  return useQuery({
    queryKey: ['word-comparison', body],
    queryFn: ({ signal }) => call<WordComparison>('POST', '/word-comparisons', { body, signal }),
    placeholderData: keepPreviousData,
  })
}
