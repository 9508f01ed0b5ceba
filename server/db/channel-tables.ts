import type { ColumnType } from 'kysely'
import type { InWorkspace, Made, WithDefault } from './column.ts'

/** What was used of a budget in one period. */
export interface MeterTable extends InWorkspace {
  scope: string
  name: string
  period: string
  used: ColumnType<string, number, number>
  endsAt: Date
  warned: WithDefault<boolean>
}

/** The reading of a conversation's thread at its network. */
export interface ThreadReadingTable extends InWorkspace {
  conversationId: string
  channelId: string
  /** The post by which the network finds the thread. */
  externalId: string
  state: WithDefault<'wanted' | 'read' | 'failed' | 'not_offered'>
  tries: WithDefault<number>
  nextTryAt: Made
  readAt: Date | null
  /** How many posts it brought. */
  found: WithDefault<number>
  /** Why it failed, as a sentence. */
  note: WithDefault<string>
}

/** When a post is looked at again, whether it still stands at its network. */
export interface PostRecheckTable extends InWorkspace {
  channelId: string
  postId: string
  postedAt: Date
  externalId: string
  dueAt: Date
}

/** The last post of a channel whose looks are planned. */
export interface RecheckPlaceTable extends InWorkspace {
  channelId: string
  postId: string
}
