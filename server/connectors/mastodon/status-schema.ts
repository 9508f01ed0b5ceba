import { z } from 'zod'

/*
 * What we read of a status, an account and their parts. Lenient on purpose: unknown keys are dropped, and a part of the
 * wrong shape counts as absent, since servers of this family differ. Only what a post cannot do without is required.
 * https://docs.joinmastodon.org/entities/Status/
 */

const optionalText = z.string().nullish().catch(undefined)
const time = z.string().refine((text) => !Number.isNaN(Date.parse(text)))

/** Ids are opaque: digits at Mastodon, ULIDs at GoToSocial, hex at snac; a few servers send numbers. */
export const outsideId = z.union([z.string().min(1), z.number().transform(String)])

/** A list of which the entries that cannot be read are dropped. */
function listOf<Schema extends z.ZodType>(entry: Schema) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((entries) => entries.flatMap((each) => readable(entry, each)))
}

function readable<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema>[] {
  const parsed = schema.safeParse(value)
  return parsed.success ? [parsed.data] : []
}

export const accountSchema = z.object({
  id: outsideId,
  acct: z.string().min(1),
  username: optionalText,
  display_name: optionalText,
  url: optionalText,
  uri: optionalText,
  followers_count: z.number().nullish().catch(undefined),
})
export type MastodonAccount = z.infer<typeof accountSchema>

const mentionSchema = z.object({ id: outsideId.optional().catch(undefined), acct: optionalText, url: optionalText })
const mediaSchema = z.object({ description: optionalText })
const pollSchema = z.object({ options: listOf(z.object({ title: z.string() })) })

const plainStatus = z.object({
  id: outsideId,
  created_at: time,
  edited_at: time.nullish().catch(undefined),
  content: z.string().nullish().catch(''),
  spoiler_text: optionalText,
  visibility: optionalText,
  language: optionalText,
  url: optionalText,
  uri: optionalText,
  in_reply_to_id: outsideId.nullish().catch(undefined),
  in_reply_to_account_id: outsideId.nullish().catch(undefined),
  account: accountSchema,
  mentions: listOf(mentionSchema).default([]),
  media_attachments: listOf(mediaSchema).default([]),
  poll: pollSchema.nullish().catch(undefined),
  quote: z.unknown().optional(),
})
export type PlainStatus = z.infer<typeof plainStatus>

/** A status; a repost is one that carries the status it passes on. */
export const statusSchema = plainStatus.extend({ reblog: plainStatus.nullish().catch(undefined) })
export type MastodonStatus = z.infer<typeof statusSchema>

/** The statuses of an answer, with the number of entries that could not be read. */
export function readStatuses(answer: unknown): { statuses: MastodonStatus[]; unreadable: number } {
  const entries = Array.isArray(answer) ? answer : []
  const statuses = entries.flatMap((entry) => readable(statusSchema, entry))
  return { statuses, unreadable: Array.isArray(answer) ? entries.length - statuses.length : 1 }
}

export const contextSchema = z.object({
  ancestors: listOf(statusSchema).default([]),
  descendants: listOf(statusSchema).default([]),
})

export const searchSchema = z.object({ statuses: listOf(statusSchema).default([]) })

/** `conversation` events and `/api/v1/conversations`: a thread of direct messages with its newest one. */
export const conversationSchema = z.object({ last_status: statusSchema.nullish().catch(undefined) })
