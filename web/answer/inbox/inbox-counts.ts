import { useEffect } from 'react'
import type { InboxView } from '../../../contract/conversations.ts'
import { cell } from '../../live/cell.ts'
import { request, useRequest } from '../../live/request.ts'

export type InboxCounts = Record<InboxView, number>

const inboxCountsRequest = request<InboxCounts>({
  path: '/conversations/counts',
  changedBy: ['conversation.', 'message.', 'reply.'],
})

/** What waits for me: the number in the nav. */
export const waitingCount = cell(0)

/** How many stand in each view; counted up to 1,000. */
export function useInboxCounts(): InboxCounts | undefined {
  return useRequest(inboxCountsRequest, undefined).data
}

/** Keeps the number in the nav true. */
export function useFeedWaitingCount(): void {
  const mine = useInboxCounts()?.mine ?? 0
  useEffect(() => waitingCount.set(mine), [mine])
}
