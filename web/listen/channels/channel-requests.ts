import type { z } from 'zod'
import type {
  ChannelKind,
  ChannelView,
  channelMade,
  channelMeterPage,
  channelNotePage,
  channelPage,
  channelTrialAnswer,
} from '../../../contract/channels.ts'
import { request } from '../../live/request.ts'

export type ChannelMade = z.infer<typeof channelMade>
export type ChannelTrial = z.infer<typeof channelTrialAnswer>
export type SettingField = ChannelKind['fields'][number]

/** The networks there are. They change with a new version of the program alone. */
export const kindsRequest = request<{ items: ChannelKind[] }>({ path: '/channel-kinds', changedBy: [] })
export const channelsRequest = request<z.infer<typeof channelPage>>({
  path: '/channels?limit=200',
  changedBy: ['channel.', 'post.kept', 'conversation.opened'],
})
export const channelRequest = request<ChannelView, { id: string }>({
  path: ({ id }) => `/channels/${id}`,
  changedBy: ['channel.', 'post.kept'],
})
export const notesRequest = request<z.infer<typeof channelNotePage>, { id: string }>({
  path: ({ id }) => `/channels/${id}/notes?limit=100`,
  changedBy: ['channel.'],
})
export const metersRequest = request<z.infer<typeof channelMeterPage>, { id: string }>({
  path: ({ id }) => `/channels/${id}/meters`,
  changedBy: ['channel.', 'post.kept'],
})
