import type { OutcomesView } from '../../../contract/outcomes.ts'
import { request } from '../../live/request.ts'

/** What came of the conversations opened in the last days. */
export const outcomesRequest = request<OutcomesView, { days: number }>({
  path: ({ days }) => `/outcomes?days=${days}`,
  changedBy: ['conversation.', 'reply.sent'],
})
