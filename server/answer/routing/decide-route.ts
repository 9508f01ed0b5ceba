import type { StoredWhy } from '../../db/answering-tables.ts'

/** When all that is given fits, then: to this department, perhaps to this colleague. */
export interface RoutingRule {
  id: string
  topicId: string | null
  channelId: string | null
  sentiment: string | null
  /** A query in the listening language. */
  words: string | null
  departmentId: string
  assigneeId: string | null
}

export interface RouteAsked {
  /** Rules that are on, in their order. */
  rules: readonly RoutingRule[]
  /** Topics of the conversation, in the order they were found. */
  topics: readonly { id: string; departmentId: string | null }[]
  channel: { id: string; departmentId: string | null }
  sentiment: string | undefined
  addressedToUs: boolean
  /** Ids of the rules whose words the post holds. */
  wordsFit: ReadonlySet<string>
}

export interface Route {
  ruleId: string | null
  departmentId: string | null
  assigneeId: string | null
  why: StoredWhy[]
}

/**
 * Who should have a conversation, and why: the first rule that fits; else the department of its first topic that has one;
 * else the department of its channel; else nobody, and it stands on the Unrouted shelf.
 */
export function decideRoute(asked: RouteAsked): Route {
  const here: StoredWhy[] = asked.topics.map(({ id }) => ({ kind: 'topic', id }))
  if (asked.addressedToUs) here.push({ kind: 'addressed_to_us' })
  const rule = asked.rules.find((one) => fits(one, asked))
  if (rule) {
    const { id: ruleId, departmentId, assigneeId, words } = rule
    const byRule: StoredWhy = { kind: 'rule', id: ruleId, ...(words ? { words: [words] } : {}) }
    return { ruleId, departmentId, assigneeId, why: [...here, byRule, { kind: 'department', id: departmentId }] }
  }
  const departmentId =
    asked.topics.find((topic) => topic.departmentId !== null)?.departmentId ?? asked.channel.departmentId
  const where: StoredWhy = departmentId === null ? { kind: 'nobody' } : { kind: 'department', id: departmentId }
  return { ruleId: null, departmentId, assigneeId: null, why: [...here, where] }
}

function fits(rule: RoutingRule, asked: RouteAsked): boolean {
  return (
    (rule.topicId === null || asked.topics.some((topic) => topic.id === rule.topicId)) &&
    (rule.channelId === null || rule.channelId === asked.channel.id) &&
    (rule.sentiment === null || rule.sentiment === asked.sentiment) &&
    (rule.words === null || asked.wordsFit.has(rule.id))
  )
}
