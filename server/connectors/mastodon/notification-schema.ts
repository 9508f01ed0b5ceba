import { z } from 'zod'
import { outsideId, readStatuses, statusSchema } from './status-schema.ts'
import type { MastodonStatus } from './status-schema.ts'

/** One thing the server tells us: somebody mentioned us, a post we took part in was changed, and so on. */
export interface MastodonNotification {
  id: string
  type: string
  status?: MastodonStatus
}

const plainNotification = z.object({
  id: outsideId,
  type: z.string(),
  status: statusSchema.nullish().catch(undefined),
})

const groupedNotifications = z.object({
  statuses: z.unknown().optional(),
  notification_groups: z.array(
    z.object({
      group_key: z.string(),
      type: z.string(),
      most_recent_notification_id: outsideId.nullish(),
      page_max_id: outsideId.nullish(),
      status_id: outsideId.nullish(),
    }),
  ),
})

/** Notifications one by one (v1) or grouped (v2), newest first as the server gives them; `undefined` when it is neither. */
export function readNotifications(answer: unknown): MastodonNotification[] | undefined {
  if (Array.isArray(answer)) return answer.flatMap((entry) => readNotification(entry) ?? [])
  const grouped = groupedNotifications.safeParse(answer)
  if (!grouped.success) return undefined
  const statuses = new Map(readStatuses(grouped.data.statuses).statuses.map((status) => [status.id, status]))
  return grouped.data.notification_groups.map((group) => {
    const id = group.most_recent_notification_id ?? group.page_max_id ?? group.group_key
    const status = group.status_id ? statuses.get(group.status_id) : undefined
    return { id, type: group.type, ...(status && { status }) }
  })
}

export function readNotification(entry: unknown): MastodonNotification | undefined {
  const parsed = plainNotification.safeParse(entry)
  if (!parsed.success) return undefined
  const { id, type, status } = parsed.data
  return { id, type, ...(status && { status }) }
}
