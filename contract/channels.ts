import { z } from 'zod'
import { id, named, pageOf, paging, time } from './page.ts'

export const health = z.object({
  state: z.enum(['ok', 'catching_up', 'limited', 'needs_sign_in', 'failing', 'paused']),
  /** In words, '' when all is well. */
  sentence: z.string(),
  since: time,
  lastHeardAt: time.nullable(),
  behindSeconds: z.number().int(),
})

export const abilities = z.object({
  listens: z.enum(['stream', 'poll', 'pushed']),
  replies: z.boolean(),
  privateReplies: z.boolean(),
  edits: z.boolean(),
  deletions: z.boolean(),
  threads: z.boolean(),
})

/** One field of a channel's settings, to draw a form from. */
export const settingField = z.object({
  name: z.string(),
  label: z.string(),
  help: z.string(),
  placeholder: z.string(),
  kind: z.enum(['text', 'paragraph', 'secret', 'url', 'lines', 'switch', 'choice', 'number']),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
  required: z.boolean(),
  initial: z.unknown(),
})
export const channelKind = z.object({
  kind: z.string(),
  label: z.string(),
  about: z.string(),
  /** The same in other languages, by language and name: `label`, `about`, `<field>.label`, `<field>.help`, `<field>.<choice>`. */
  texts: z.record(z.string(), z.record(z.string(), z.string())),
  can: abilities,
  fields: z.array(settingField),
  /** Offers sign-in at the network's own page. */
  signIn: z.boolean(),
})
export type ChannelKind = z.infer<typeof channelKind>

export const channelBody = z.strictObject({
  kind: z.string().min(1).max(40),
  name: z.string().trim().min(1).max(120),
  settings: z.record(z.string(), z.unknown()).default({}),
  department: id.nullable().optional(),
})
export const channelChange = z.strictObject({
  name: z.string().trim().min(1).max(120).optional(),
  /** Only what changes; secrets that are left out stay as they are. */
  settings: z.record(z.string(), z.unknown()).optional(),
  department: id.nullable().optional(),
  paused: z.boolean().optional(),
})

export const channelView = z.object({
  id,
  kind: z.string(),
  label: z.string(),
  name: z.string(),
  account: z.string(),
  accountUrl: z.string().nullable(),
  health,
  can: abilities,
  department: named.nullable(),
  /** Settings without their secrets. */
  settings: z.record(z.string(), z.unknown()),
  /** Where others push to, or the page people open; null for networks that we ask. */
  inboundUrl: z.string().nullable(),
  /** Where the network itself pushes to; to be entered there. */
  hookUrl: z.string().nullable(),
  pageUrl: z.string().nullable(),
  createdAt: time,
  postsToday: z.number().int(),
  may: z.object({ change: z.boolean() }),
})
export type ChannelView = z.infer<typeof channelView>
export const channelPage = pageOf(channelView)
export const channelQuery = z.strictObject({ ...paging })
/** The secret is shown once. `notes` are sentences of the check worth knowing. */
export const channelMade = channelView.extend({ secret: z.string().optional(), notes: z.array(z.string()) })

export const channelTrial = z.strictObject({
  kind: z.string(),
  settings: z.record(z.string(), z.unknown()),
  /** An existing channel whose kept secrets are used where none is given. */
  channelId: id.optional(),
})
export const channelTrialAnswer = z.object({
  account: z.string(),
  url: z.string().nullable(),
  notes: z.array(z.string()),
  samples: z.array(z.object({ text: z.string(), author: z.string(), at: time })),
})
export const signInBody = z.strictObject({
  kind: z.string(),
  name: z.string().trim().min(1).max(120),
  settings: z.record(z.string(), z.unknown()),
  channelId: id.optional(),
})
/** What the network's page put behind our address when it sent the person back. */
export const signInReturn = z.strictObject({
  state: z.string().min(1).max(500),
  code: z.string().min(1).max(4_000).optional(),
  error: z.string().max(500).optional(),
})
export const signInAnswer = z.object({ url: z.string() })
export const channelNoteView = z.object({
  id,
  at: time,
  level: z.enum(['note', 'warning', 'error']),
  sentence: z.string(),
})
export const channelNotePage = pageOf(channelNoteView)
/** A budget of a channel: the network's or our own. `price` where a unit costs money. */
export const channelMeter = z.object({
  label: z.string(),
  unit: z.string(),
  used: z.number().int(),
  most: z.number().int(),
  endsAt: time,
  price: z.object({ perUnit: z.number(), currency: z.string() }).nullable(),
})
export type ChannelMeter = z.infer<typeof channelMeter>
export const channelMeterPage = pageOf(channelMeter)
export const opmlBody = z.strictObject({ opml: z.string().max(5_000_000) })
export const opmlAnswer = z.object({
  made: z.number().int(),
  already: z.number().int(),
  refused: z.array(z.object({ title: z.string(), url: z.string(), message: z.string() })),
})
