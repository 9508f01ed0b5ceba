import type { z } from 'zod'
import type { examplePage } from '../../../../contract/topic-trials.ts'
import { request } from '../../../live/request.ts'

/** The examples of a topic, checked with the query in use. */
export const examplesRequest = request<z.infer<typeof examplePage>, { id: string }>({
  path: ({ id }) => `/topics/${id}/examples`,
  changedBy: ['topic.'],
})
