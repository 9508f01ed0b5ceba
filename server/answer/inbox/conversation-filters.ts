import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely'
import type { z } from 'zod'
import type { conversationQuery, InboxView } from '../../../contract/conversations.ts'
import { conversationFilter } from '../../access/filters.ts'
import type { Who } from '../../access/who.ts'
import { countedLabel } from '../../db/counted-label.ts'
import type { Tables } from '../../db/tables.ts'
import { searchQuery } from './search-words.ts'

export type ConversationFilters = Omit<z.infer<typeof conversationQuery>, 'limit' | 'after' | 'sort'>

/** Everything the asker may see and asked for, as conditions on the table `conversation`. */
export function conditionsOf(who: Who, filters: ConversationFilters): Expression<SqlBool>[] {
  const eb = expressionBuilder<Tables, 'conversation'>()
  const conditions: Expression<SqlBool>[] = [
    eb('conversation.workspaceId', '=', who.workspaceId),
    conversationFilter(who),
    inView(who, filters.view ?? 'all'),
  ]
  if (filters.turn) conditions.push(eb('conversation.turn', '=', filters.turn))
  if (filters.department) conditions.push(eb('conversation.departmentId', '=', filters.department))
  if (filters.assignee) conditions.push(hasAssignee(who, filters.assignee))
  if (filters.channel) conditions.push(eb('conversation.channelId', '=', filters.channel))
  if (filters.person) conditions.push(eb('conversation.personId', '=', filters.person))
  if (filters.topic) conditions.push(aboutTopic(filters.topic))
  if (filters.sentiment) conditions.push(soundsLike(filters.sentiment))
  conditions.push(...countedBy(filters))
  if (filters.q?.trim()) conditions.push(says(who, filters.q))
  return conditions
}

/** What the figures of outcomes count, and the lines that copies are folded into. */
function countedBy({ openedFrom, openedTo, answered, reason, copies }: ConversationFilters): Expression<SqlBool>[] {
  const eb = expressionBuilder<Tables, 'conversation'>()
  const conditions: Expression<SqlBool>[] = []
  if (copies !== undefined && copies !== 'folded') conditions.push(eb('conversation.copiesId', '=', copies))
  if (openedFrom) conditions.push(eb('conversation.openedAt', '>=', new Date(openedFrom)))
  if (openedTo) conditions.push(eb('conversation.openedAt', '<', new Date(openedTo)))
  if (answered) conditions.push(eb('conversation.ourReplies', answered === 'yes' ? '>' : '=', 0))
  if (reason) {
    conditions.push(sql<SqlBool>`exists (select 1 from set_aside where set_aside.workspace_id = conversation.workspace_id
      and set_aside.conversation_id = conversation.id and set_aside.reason = ${reason})`)
  }
  return conditions
}

function inView(who: Who, view: InboxView): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'conversation'>()
  const ours = eb('conversation.turn', '=', 'ours')
  const inSight = eb.not(isSnoozed(who))
  switch (view) {
    case 'mine':
      return eb.and([ours, eb('conversation.assigneeId', '=', who.colleagueId), inSight])
    case 'team':
      return eb.and([
        ours,
        eb('conversation.assigneeId', 'is', null),
        eb('conversation.departmentId', 'is not', null),
        inSight,
      ])
    case 'unrouted':
      return eb.and([ours, eb('conversation.departmentId', 'is', null), inSight])
    case 'theirs':
    case 'resting':
      return eb.and([eb('conversation.turn', '=', view), inSight])
    case 'ended':
    case 'set_aside':
      return eb('conversation.turn', '=', view)
    case 'snoozed':
      return isSnoozed(who)
    case 'all':
      return sql<SqlBool>`true`
  }
}

function isSnoozed(who: Who): Expression<SqlBool> {
  return sql<SqlBool>`exists (select 1 from snooze where snooze.workspace_id = conversation.workspace_id
    and snooze.conversation_id = conversation.id and snooze.colleague_id = ${who.colleagueId}
    and (snooze.until is null or snooze.until > now()))`
}

function hasAssignee(who: Who, assignee: string): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'conversation'>()
  if (assignee === 'nobody') return eb('conversation.assigneeId', 'is', null)
  return eb('conversation.assigneeId', '=', assignee === 'me' ? who.colleagueId : assignee)
}

function aboutTopic(topicId: string): Expression<SqlBool> {
  return sql<SqlBool>`exists (select 1 from conversation_topic ct where ct.workspace_id = conversation.workspace_id
    and ct.topic_id = ${topicId} and ct.conversation_id = conversation.id)`
}

/** By their newest message, as it counts: what a colleague said, else what the reader said above its line. */
function soundsLike(sentiment: string): Expression<SqlBool> {
  return sql<SqlBool>`coalesce((
    select ${countedLabel('sentiment', sql.ref('message.workspace_id'), sql.ref('message.post_id'))}
    from message where message.workspace_id = conversation.workspace_id and message.id = conversation.last_in_message_id
  ), 'unknown') = ${sentiment}`
}

/** The newest few thousand messages that hold every word; the last word may be unfinished. */
function says(who: Who, words: string): Expression<SqlBool> {
  const query = searchQuery(words)
  if (query === '') return sql<SqlBool>`false`
  return sql<SqlBool>`conversation.id in (select found.conversation_id from (
    select message_search.conversation_id from message_search where message_search.workspace_id = ${who.workspaceId}
    and message_search.words @@ ${query}::tsquery order by message_search.at desc limit 5000) found)`
}
