import { z } from 'zod'

/** One post pushed to `/in/KEY`. Needed: id, text, author.id, createdAt. */
export const inboundPost = z.strictObject({
  id: z.string().min(1).max(500),
  text: z.string().max(200_000),
  title: z.string().max(2_000).optional(),
  author: z.strictObject({
    id: z.string().min(1).max(500),
    handle: z.string().max(500).optional(),
    name: z.string().max(500).optional(),
    url: z.string().max(2_000).optional(),
    followers: z.number().int().nonnegative().optional(),
  }),
  url: z.string().max(4_000).optional(),
  createdAt: z.iso.datetime({ offset: true }),
  language: z.string().max(35).optional(),
  inReplyTo: z.string().max(500).optional(),
  type: z.enum(['post', 'reply', 'quote', 'review', 'comment', 'question', 'message', 'article']).optional(),
  rating: z.number().optional(),
  deleted: z.boolean().optional(),
  editedAt: z.iso.datetime({ offset: true }).optional(),
  addressedToUs: z.boolean().optional(),
})
export type InboundPost = z.infer<typeof inboundPost>

export const inboundAnswer = z.object({
  accepted: z.number().int(),
  duplicates: z.number().int(),
  refused: z.array(z.object({ index: z.number().int(), message: z.string(), field: z.string().optional() })),
})
export type InboundAnswer = z.infer<typeof inboundAnswer>
