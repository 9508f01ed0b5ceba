import { z } from 'zod'
import { id, named, pageOf, paging, time } from './page.ts'
import { postSet } from './post-set.ts'
import { queryDiagnostic, queryText } from './query.ts'
import { hit, reading } from './conversations.ts'
import { dailyQuota, precisionView, topicExamples, topicQuota, versionDifference } from './topic-trials.ts'

export const topicKind = z.enum(['brand', 'product', 'competitor', 'person', 'campaign', 'need'])

export const topicBody = z.strictObject({
  name: z.string().trim().min(1).max(120),
  kind: topicKind,
  query: queryText,
  purpose: z.string().trim().max(2_000).default(''),
  action: z.string().trim().max(2_000).default(''),
  ownerId: id.optional(),
  department: id.nullable().optional(),
  on: z.boolean().default(false),
  dailyQuota: dailyQuota.optional(),
})
export const topicChange = z.strictObject({
  name: z.string().trim().min(1).max(120).optional(),
  kind: topicKind.optional(),
  query: queryText.optional(),
  purpose: z.string().trim().max(2_000).optional(),
  action: z.string().trim().max(2_000).optional(),
  ownerId: id.optional(),
  department: id.nullable().optional(),
  on: z.boolean().optional(),
  dailyQuota: dailyQuota.optional(),
  /** Why the query is changed; it stands beside the version. */
  why: z.string().trim().max(300).optional(),
  /** The version the change was made on; another one meanwhile answers 409. */
  version: z.number().int().optional(),
})

export const topicView = z.object({
  id,
  name: z.string(),
  kind: topicKind,
  query: z.string(),
  purpose: z.string(),
  action: z.string(),
  owner: named.nullable(),
  department: named.nullable(),
  on: z.boolean(),
  version: z.number().int(),
  changedAt: time,
  changedBy: named.nullable(),
  /** Matches of the last seven days, oldest first. */
  week: z.array(z.object({ day: z.string(), matches: z.number().int() })),
  warnings: z.array(queryDiagnostic),
  examples: topicExamples,
  /** Of what people marked among the posts that the query finds; null when nothing is marked. */
  precision: precisionView.nullable(),
  quota: topicQuota,
  may: z.object({ change: z.boolean() }),
})
export type TopicView = z.infer<typeof topicView>
export const topicPage = pageOf(topicView)
export const topicQuery = z.strictObject({ ...paging })

export const topicVersionView = z.object({
  version: z.number().int(),
  query: z.string(),
  at: time,
  by: named.nullable(),
  /** '' where nobody said. */
  why: z.string(),
  /** Null for the first version, and where it could not be told. */
  difference: versionDifference.nullable(),
})

/** A query to be looked at. */
export const trialBody = z.strictObject({ query: queryText })
export const postQuery = z.strictObject({
  ...paging,
  ...postSet,
  /** A word, or words that stand one after the other; cut as comparisons of words cut them. */
  words: z.string().trim().min(1).max(120).optional(),
  /** `folded`: a group of copies is one line, by the newest; an id: those of this group. All unless asked. */
  copies: z.union([z.literal('folded'), id]).optional(),
})
export const postView = z.object({
  id,
  text: z.string(),
  title: z.string().nullable(),
  at: time,
  author: z.object({ id: z.string(), name: z.string(), handle: z.string(), url: z.string().nullable() }),
  channel: z.object({ id, kind: z.string(), name: z.string() }),
  url: z.string().nullable(),
  type: z.string(),
  language: z.string().nullable(),
  conversationId: id.nullable(),
  /** The group of posts that say the same, and how many of them are in this list; null where it is the only one. */
  copies: z.object({ id, count: z.number().int() }).nullable(),
  matches: z.array(z.object({ topicId: id, hits: z.array(hit) })),
  reading: reading.optional(),
})
export const postPage = pageOf(postView)

export const shelvedPostView = z.object({
  id,
  postId: id,
  channel: z.object({ id, kind: z.string(), name: z.string() }),
  text: z.string(),
  author: z.string(),
  error: z.string(),
  attempts: z.number().int(),
  at: time,
})
export const shelvedPostPage = pageOf(shelvedPostView)
