import type { ConversationView } from '../../../contract/conversations.ts'
import type { Tx } from '../../db/database.ts'
import type { ChannelState } from '../../db/listening-tables.ts'
import { nameOfAuthor } from './present-author.ts'

/** What a network can do on one channel, as its connector states it. */
export interface ChannelFacts {
  /** The network's name for people, e.g. `Mastodon`. */
  label: string
  /** A place of our own (a form, a program): it goes by the name we gave it. */
  isOwnPlace?: boolean
  replies: boolean
  privateReplies: boolean
  /** Longest reply in characters as the network counts them; null where there is no limit. */
  textLength: number | null
  replyWindowHours: number | null
  /** Why nothing can be sent with the channel's present settings. */
  cannotReply?: string
}

/** Asks the connector of a channel; handed in, since this room knows no networks. `settings` are as stored, sealed. */
export type FactsOfChannel = (channel: {
  workspaceId: string
  id: string
  kind: string
  settings: Buffer
}) => ChannelFacts | Promise<ChannelFacts>

type Audience = ConversationView['audience']

/** Who will read an answer, from which account, how long it may be and until when; or why none can be sent. */
export async function readAudience(
  tx: Tx,
  of: { workspaceId: string; conversationId: string },
  factsOf: FactsOfChannel,
): Promise<Audience> {
  const row = await tx
    .selectFrom('conversation')
    .innerJoin('channel', (join) =>
      join
        .onRef('channel.workspaceId', '=', 'conversation.workspaceId')
        .onRef('channel.id', '=', 'conversation.channelId'),
    )
    .leftJoin('message', (join) =>
      join
        .onRef('message.workspaceId', '=', 'conversation.workspaceId')
        .onRef('message.id', '=', 'conversation.lastInMessageId'),
    )
    .leftJoin('post', (join) =>
      join
        .onRef('post.workspaceId', '=', 'message.workspaceId')
        .onRef('post.postedAt', '=', 'message.postedAt')
        .onRef('post.id', '=', 'message.postId'),
    )
    .where('conversation.workspaceId', '=', of.workspaceId)
    .where('conversation.id', '=', of.conversationId)
    .select(['channel.workspaceId', 'channel.id', 'channel.kind', 'channel.settings', 'channel.account'])
    .select(['channel.name', 'channel.state', 'channel.removedAt', 'post.author', 'post.visibility'])
    .select(['post.deletedAt', 'message.at as spokeAt'])
    .executeTakeFirstOrThrow()
  const facts = await factsOf(row)
  return describeAudience(row, facts, new Date())
}

interface AudienceRow {
  account: string
  name: string
  state: ChannelState
  removedAt: Date | null
  author: { name?: string; handle: string } | null
  visibility: string | null
  deletedAt: Date | null
  spokeAt: Date | null
}

/** The same without a database: what is said above the composer. */
export function describeAudience(row: AudienceRow, facts: ChannelFacts, now: Date): Audience {
  const replyUntil = replyLimit(row.spokeAt, facts.replyWindowHours)
  const reason = whyNoReply(row, facts, replyUntil !== null && replyUntil <= now)
  return {
    canReply: reason === null,
    reason,
    kind: row.visibility === 'direct' || row.visibility === 'followers' ? 'private' : 'public',
    network: facts.label,
    account: facts.isOwnPlace ? row.name : row.account || row.name,
    to: row.author?.handle || nameOfAuthor(row.author),
    textLength: facts.textLength,
    replyUntil: replyUntil?.toISOString() ?? null,
  }
}

function replyLimit(spokeAt: Date | null, hours: number | null): Date | null {
  return spokeAt && hours !== null ? new Date(spokeAt.getTime() + hours * 3_600_000) : null
}

function whyNoReply(row: AudienceRow, facts: ChannelFacts, tooLate: boolean): string | null {
  if (row.removedAt) return `The channel “${row.name}” was removed. Connect it again to answer here.`
  if (!facts.replies) return `${facts.label} takes no answers; open the post at its source to answer there.`
  if (facts.cannotReply) return facts.cannotReply
  if (row.visibility === 'direct' && !facts.privateReplies) return `${facts.label} takes no private answers.`
  if (row.state === 'needs_sign_in') return `The channel “${row.name}” has to be signed in again before answers go out.`
  if (row.deletedAt) return 'What they wrote was deleted at its source, so there is nothing to answer under.'
  if (tooLate) return `${facts.label} takes answers for a limited time after their last message, and that is over.`
  return null
}
