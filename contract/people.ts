import { z } from 'zod'
import { id, pageOf, paging, time } from './page.ts'
import { conversationSummary } from './conversations.ts'

export const identityView = z.object({
  id,
  network: z.string(),
  handle: z.string(),
  name: z.string().nullable(),
  url: z.string().nullable(),
})
export const personView = z.object({
  id,
  name: z.string(),
  identities: z.array(identityView),
  conversations: z.number().int(),
  /** Of those, where it is our turn. */
  waiting: z.number().int(),
  lastSpokeAt: time.nullable(),
})
export type PersonView = z.infer<typeof personView>
export const personPage = pageOf(personView)
export const personQuery = z.strictObject({ ...paging, q: z.string().max(100).optional() })
export const personDetail = personView.extend({ recent: z.array(conversationSummary) })
