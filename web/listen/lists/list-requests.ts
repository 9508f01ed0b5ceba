import type { z } from 'zod'
import type { ListView, listPage } from '../../../contract/lists.ts'
import { request } from '../../live/request.ts'

/** The shared lists, by name. */
export const listsRequest = request<z.infer<typeof listPage>>({
  path: '/lists?limit=200',
  changedBy: ['list.', 'topic.'],
})
export const listRequest = request<ListView, { id: string }>({
  path: ({ id }) => `/lists/${id}`,
  changedBy: ['list.', 'topic.'],
})
