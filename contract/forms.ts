import { z } from 'zod'

/** What somebody writes on a feedback page, or a site of its own sends to the page's address as JSON. */
export const formBody = z.strictObject({
  text: z.string().trim().min(1, 'Write a few words first.').max(20_000, 'At most 20,000 characters.'),
  name: z.string().trim().max(120).optional(),
  email: z
    .union([z.literal(''), z.email('This does not look like an e-mail address. Leave it empty if you like.')])
    .optional(),
})
export type FormBody = z.infer<typeof formBody>

/** `talkUrl` is a private page where the answer will stand. */
export const formAnswer = z.object({ talkUrl: z.string() })
