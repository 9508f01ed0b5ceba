import type { z } from 'zod'
import type { TopicView, topicPage, topicVersionView } from '../../../contract/topics.ts'
import { request } from '../../live/request.ts'

/** All topics, by name. */
export const topicsRequest = request<z.infer<typeof topicPage>>({
  path: '/topics?limit=200',
  changedBy: ['topic.', 'conversation.opened', 'conversation.topic_added'],
})
export const topicRequest = request<TopicView, { id: string }>({
  path: ({ id }) => `/topics/${id}`,
  changedBy: ['topic.'],
})
export const versionsRequest = request<{ items: z.infer<typeof topicVersionView>[] }, { id: string }>({
  path: ({ id }) => `/topics/${id}/versions`,
  changedBy: ['topic.'],
})
