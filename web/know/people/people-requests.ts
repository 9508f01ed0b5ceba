import type { z } from 'zod'
import type { personDetail, personPage } from '../../../contract/people.ts'
import { request } from '../../live/request.ts'

export type PersonPage = z.infer<typeof personPage>
export type PersonDetail = z.infer<typeof personDetail>

export const personRequest = request<PersonDetail, { id: string }>({
  path: ({ id }) => `/people/${id}`,
  changedBy: ['conversation.', 'message.'],
})
