import type { TopicView } from '../../../contract/topics.ts'
import type { TopicKind } from './topic-kinds.ts'

/** A topic as it is being written. */
export interface TopicFields {
  name: string
  kind: TopicKind
  query: string
  purpose: string
  action: string
  ownerId: string
  department: string
  /** Matches of a day that open conversations, as typed. */
  dailyQuota: string
  /** Why the query is changed; kept beside the version, and empty again once saved. */
  why: string
}

const empty = {
  name: '',
  kind: 'brand',
  query: '',
  purpose: '',
  action: '',
  department: '',
  dailyQuota: '',
  why: '',
} as const

/** What the form starts with: the topic, or an empty one that belongs to who makes it. */
export function fieldsOf(topic: TopicView | undefined, ownId: string): TopicFields {
  if (!topic) return { ...empty, ownerId: ownId }
  const { name, kind, query, purpose, action, owner, department, quota } = topic
  const beside = {
    ownerId: owner?.id ?? '',
    department: department?.id ?? '',
    dailyQuota: String(quota.perDay),
    why: '',
  }
  return { name, kind, query, purpose, action, ...beside }
}

/** The fields as the API takes them. */
export function bodyOf({ ownerId, department, name, kind, query, purpose, action, dailyQuota }: TopicFields) {
  return {
    name,
    kind,
    query,
    purpose,
    action,
    ...(ownerId === '' ? {} : { ownerId }),
    ...(dailyQuota.trim() === '' ? {} : { dailyQuota: Number(dailyQuota) }),
    department: department === '' ? null : department,
  }
}
