import type { TopicView } from '../../../contract/topics.ts'

export type TopicKind = TopicView['kind']

/** The kinds of topics in the order they are offered. Their names are texts `topics.kind.…`. */
export const topicKinds: readonly TopicKind[] = ['brand', 'product', 'competitor', 'person', 'campaign', 'need']
