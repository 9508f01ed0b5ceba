import { z } from 'zod'
import { id, named, pageOf, paging, time } from './page.ts'

export const bundle = z.enum(['owner', 'admin', 'lead', 'agent'])

export const departmentView = z.object({
  id,
  name: z.string(),
  kind: z.string(),
  firstReplyMinutes: z.number().int(),
  nextReplyMinutes: z.number().int(),
  colleagues: z.array(named),
})
export const departmentPage = pageOf(departmentView)
export const departmentQuery = z.strictObject({ ...paging })
export const departmentChange = z.strictObject({
  name: z.string().trim().min(1).max(80).optional(),
  firstReplyMinutes: z.number().int().min(1).max(43_200).optional(),
  nextReplyMinutes: z.number().int().min(1).max(43_200).optional(),
})

export const grantView = z.object({ id, bundle, department: named.nullable(), endsAt: time.nullable() })
export const colleagueView = z.object({
  id,
  name: z.string(),
  email: z.string(),
  grants: z.array(grantView),
  leftAt: time.nullable(),
})
export type ColleagueView = z.infer<typeof colleagueView>
export const colleaguePage = pageOf(colleagueView)
export const colleagueQuery = z.strictObject({ ...paging })
export const grantsBody = z.strictObject({ bundle, departmentIds: z.array(id).max(20) })

export const invitationBody = z.strictObject({
  email: z.email().max(200),
  name: z.string().trim().min(1).max(120),
  bundle,
  departmentIds: z.array(id).max(20).default([]),
})
export const invitationView = z.object({
  id,
  email: z.string(),
  name: z.string(),
  bundle,
  departments: z.array(named),
  invitedBy: named,
  expiresAt: time,
  createdAt: time,
})
/** The link is shown once and lives seven days. */
export const invitationMade = invitationView.extend({ link: z.string() })
export const invitationPage = pageOf(invitationView)
export const invitationQuery = z.strictObject({ ...paging })
/** What the invited person sees before they accept. */
export const invitationOffer = z.object({ workspace: z.string(), name: z.string(), email: z.string() })

export const keyBody = z.strictObject({ name: z.string().trim().min(1).max(120) })
export const keyView = z.object({
  id,
  name: z.string(),
  colleague: named,
  createdAt: time,
  lastUsedAt: time.nullable(),
})
export const keyMade = keyView.extend({ key: z.string() })
export const keyPage = pageOf(keyView)

/** Right names as the server decides them; the web shows or hides by these alone. */
export const rightName = z.enum([
  'conversation.read',
  'conversation.answer',
  'topic.read',
  'topic.change',
  'channel.read',
  'channel.change',
  'rule.read',
  'rule.change',
  'people.read',
  'team.read',
  'team.change',
  'key.change',
  'shelf.read',
  'shelf.change',
  'outcome.read',
  'reading.read',
  'reading.change',
  'workspace.change',
])
export type RightName = z.infer<typeof rightName>

export const meView = z.object({
  colleague: z.object({ id, name: z.string(), email: z.string() }),
  workspace: z.object({ id, name: z.string() }),
  departments: z.array(named),
  rights: z.array(rightName),
  preferences: z.record(z.string(), z.unknown()),
  /** Steps of the first run that are done. */
  firstRun: z.object({
    company: z.boolean(),
    topic: z.boolean(),
    channel: z.boolean(),
    match: z.boolean(),
    closed: z.boolean(),
  }),
  demo: z.boolean(),
})
export type MeView = z.infer<typeof meView>
export const preferencesBody = z.record(z.string().max(60), z.unknown())
export const workspaceChange = z.strictObject({
  name: z.string().trim().min(1).max(120).optional(),
  firstRunClosed: z.boolean().optional(),
})

/** Sign-up of the owner, by the one-time link that the start prints. */
export const setupBody = z.strictObject({
  token: z.string().min(1).max(200),
  workspace: z.string().trim().min(1).max(120),
  name: z.string().trim().min(1).max(120),
  email: z.email().max(200),
  password: z.string().min(10).max(200),
})
export const signInWithPasswordBody = z.strictObject({ email: z.string().max(200), password: z.string().max(200) })
export const acceptBody = z.strictObject({
  password: z.string().min(10).max(200),
  name: z.string().trim().min(1).max(120).optional(),
})
export const passwordBody = z.strictObject({ current: z.string().max(200), next: z.string().min(10).max(200) })
/** `empty`: no workspace yet, the owner signs up · `signed_out` · `signed_in`. */
export const doorView = z.object({ state: z.enum(['empty', 'signed_out', 'signed_in']) })
