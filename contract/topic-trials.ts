import { z } from 'zod'
import { hit } from './conversations.ts'
import { id, named, paging, time } from './page.ts'
import { queryDiagnostic, queryText } from './query.ts'

const query = queryText
const count = z.int().min(0)

/** A share of 0 to 1 with its 95 % interval (Wilson). */
export const share = z.object({ share: z.number(), low: z.number(), high: z.number() })

/** What people said of the matches of a query: how many were right, how many wrong. */
export const precisionView = share.extend({ right: count, wrong: count })
export type PrecisionView = z.infer<typeof precisionView>

/**
 * Where an exact count stands. It comes with every answer that has more to look at, and goes into the next question as it
 * is.
 */
export const countedSoFar = z.strictObject({
  /** Only posts up to here belong to this count; later ones came while it ran. */
  until: time,
  /** The last post looked at; null before the first. */
  place: z.strictObject({ at: time, id }).nullable(),
  posts: count,
  looked: count,
  matches: count,
  days: z.array(count).max(31),
  channels: z.array(z.strictObject({ id, matches: count })).max(1_000),
  departments: z.array(z.strictObject({ id: id.nullable(), extra: z.int() })).max(1_000),
  added: count,
  removed: count,
  samples: z.array(z.strictObject({ id, at: time })).max(20),
})
export type CountedSoFar = z.infer<typeof countedSoFar>

/** Tries a query on the posts of the last 30 days. With `topicId` it is held against the version in use. */
export const trialQuestion = z.strictObject({
  query,
  topicId: id.optional(),
  /** Who would have what is found, where that differs from the topic as it is kept. */
  department: id.nullable().optional(),
  /** Goes over everything, about a second at a time: ask again with `soFar` until it is null. */
  exact: z.boolean().default(false),
  soFar: countedSoFar.optional(),
  /** Samples that nobody has marked yet. */
  unmarked: z.boolean().default(false),
})

/** A post that matched. `right` is what somebody said of it for this topic, null when nobody did. */
export const sampleView = z.object({
  postId: id,
  text: z.string(),
  title: z.string().nullable(),
  at: time,
  author: z.object({ name: z.string(), handle: z.string() }),
  channel: z.object({ id, kind: z.string(), name: z.string() }),
  url: z.string().nullable(),
  hits: z.array(hit),
  right: z.boolean().nullable(),
})
export type SampleView = z.infer<typeof sampleView>

/** A post in words that a query must find, or must not find; kept as a test of its topic. */
export const exampleView = z.object({
  id,
  text: z.string(),
  /** Set where the example is a stored post; its text goes when the post is deleted at its source. */
  postId: id.nullable(),
  mustMatch: z.boolean(),
  madeBy: named.nullable(),
  at: time,
  /** Whether the query finds it, and where it hits; it fails when `found` is not `mustMatch`. */
  found: z.boolean(),
  hits: z.array(hit),
})
export type ExampleView = z.infer<typeof exampleView>

export const trialResult = z.object({
  /**
   * `sample`: some posts of every hour were looked at, and all counts are about. `counting`: an exact count is under way, and
   * counts are of what was looked at so far. `exact`: everything was looked at.
   */
  basis: z.enum(['sample', 'counting', 'exact']),
  /** Stored posts of the last 30 days; about, while `basis` is `sample`. */
  posts: count,
  looked: count,
  matches: count,
  perDay: z.number(),
  /** Between which the true figure lies in 95 of 100 cases; all three are the same once counted. */
  perDayLow: z.number(),
  perDayHigh: z.number(),
  days: z.array(z.object({ day: z.string(), matches: count })),
  channels: z.array(z.object({ id, name: z.string(), kind: z.string(), matches: count })),
  /** Twenty matches, spread evenly over all that were found and the same ones each time, the newest first. */
  samples: z.array(sampleView),
  /** What switching this on would bring to each department, a day; `department` is null for what nobody would have. */
  departments: z.array(
    z.object({
      department: named.nullable(),
      extraPerDay: z.number(),
      /** Conversations opened a day over the last 30 days. */
      nowPerDay: z.number(),
    }),
  ),
  /** Against the version in use; null without a topic, or one without a query. */
  difference: z.object({ added: count, removed: count }).nullable(),
  /** What was said of posts that this query finds; null when nobody said anything. */
  precision: precisionView.nullable(),
  /** The topic's examples, held against this query. */
  examples: z.array(exampleView),
  soFar: countedSoFar.nullable(),
})

/** `result` is null when the query cannot be tried. */
export const trialReply = z.object({ diagnostics: z.array(queryDiagnostic), result: trialResult.nullable() })
export type TrialReply = z.infer<typeof trialReply>

/** The posts that a query finds and the version in use does not, or the other way round. */
export const differenceQuestion = z.strictObject({
  query,
  topicId: id,
  which: z.enum(['added', 'removed']),
  limit: z.int().min(1).max(100).default(20),
  after: paging.after,
})
/** A page may be short, or empty, and still have a `next`: one answer looks for about a second. */
export const differencePage = z.object({
  items: z.array(sampleView),
  next: z.string().nullable(),
  /** Everything newer was looked at. */
  lookedTo: time,
})

export const examplePage = z.object({ items: z.array(exampleView), next: z.string().nullable() })
/** Either words of one's own or a stored post. */
export const exampleBody = z.strictObject({
  text: z.string().trim().min(1).max(5_000).optional(),
  postId: id.optional(),
  mustMatch: z.boolean(),
})
export const exampleCheckBody = z.strictObject({ query })
/** `items` is empty when the query cannot be tried. */
export const exampleCheckReply = z.object({ diagnostics: z.array(queryDiagnostic), items: z.array(exampleView) })

export const markBody = z.strictObject({ right: z.boolean() })
/** The precision of the topic's query with the mark counted; null when none is left. */
export const markReply = z.object({ precision: precisionView.nullable() })

/** Why is this post found, and how could it be left out? */
export const exclusionQuestion = z.strictObject({ query, postId: id, topicId: id.optional() })
export const exclusionView = z.object({
  /** As it is written in the query: `refund`, `"gift card"`. */
  term: z.string(),
  /** Other matches that it would remove, among the matches looked at; the post itself is not counted. */
  removes: count,
  /** How many of these were marked right, and wrong. */
  removesRight: count,
  removesWrong: count,
  /** Up to three of the others that it would remove. */
  samples: z.array(sampleView),
  /** The query with the exclusion in it. */
  query: z.string(),
})
export const exclusionReply = z.object({
  diagnostics: z.array(queryDiagnostic),
  /** False when the query does not find the post, or cannot be tried: then nothing is proposed. */
  finds: z.boolean(),
  /** How many matches were looked at. */
  matches: count,
  /** The best first. */
  exclusions: z.array(exclusionView),
})

export const wordQuestion = z.strictObject({ query, topicId: id.optional() })
export const standingOutView = z.object({
  word: z.string(),
  /** Matches and other posts that hold it, among the posts looked at. */
  matches: count,
  others: count,
  /** How far it stands out, in standard errors: above 1.96 is more than chance. */
  z: z.number(),
})
export const wordReply = z.object({
  diagnostics: z.array(queryDiagnostic),
  matches: count,
  others: count,
  /** Words that matches hold more often than other posts; the strongest first. */
  words: z.array(standingOutView),
})

/** The examples of a topic, in figures: `failed` holds up to three of those that fail. */
export const topicExamples = z.object({
  count,
  failing: count,
  failed: z.array(z.object({ id, text: z.string(), mustMatch: z.boolean() })),
})

/** How many matches of a day open conversations; above, all are counted and every `oneIn`th is kept. */
export const topicQuota = z.object({
  perDay: z.int(),
  today: z.object({ found: count, kept: count, oneIn: z.int().min(1) }),
})
/** Matches of a day that a topic may keep. */
export const dailyQuota = z.int().min(100).max(100_000)

/** Against the version before, over the last 30 days, when it was saved; about, unless `exact`. */
export const versionDifference = z.object({ added: count, removed: count, exact: z.boolean() })
export type VersionDifference = z.infer<typeof versionDifference>
