import type { z } from 'zod'
import type { channelPage } from '../../contract/channels.ts'
import type { RefinerView } from '../../contract/refiner.ts'
import type { rulePage } from '../../contract/rules.ts'
import type { invitationPage, keyPage } from '../../contract/team.ts'
import type { shelvedPostPage, topicPage } from '../../contract/topics.ts'
import { request } from '../live/request.ts'

export type InvitationPage = z.infer<typeof invitationPage>
export type ShelvedPage = z.infer<typeof shelvedPostPage>

export const invitationsRequest = request<InvitationPage>({
  path: '/invitations?limit=200',
  changedBy: ['invitation.', 'colleague.joined'],
})
export const keysRequest = request<z.infer<typeof keyPage>>({ path: '/keys', changedBy: ['key.'] })
export const rulesRequest = request<z.infer<typeof rulePage>>({
  path: '/rules?limit=200',
  changedBy: ['rule.', 'topic.', 'channel.removed', 'department.'],
})
export const shelfRequest = request<ShelvedPage>({ path: '/shelved-posts?limit=200', changedBy: ['post.'] })
export const refinerRequest = request<RefinerView>({
  path: '/refiner',
  changedBy: ['reading.refiner_changed', 'reading.proposed'],
})
/** What a rule can ask for. */
export const topicNamesRequest = request<z.infer<typeof topicPage>>({
  path: '/topics?limit=200',
  changedBy: ['topic.'],
})
export const channelNamesRequest = request<z.infer<typeof channelPage>>({
  path: '/channels?limit=200',
  changedBy: ['channel.'],
})
