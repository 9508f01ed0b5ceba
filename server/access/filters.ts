import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { Who } from './who.ts'

/*
 * The same question asked twice: as SQL for lists, counts, searches and single reads, and as a function for live
 * events. Whatever shows conversations or topics goes through here. `filters.test.ts` holds the two against each other.
 */

/** Where a conversation lies. */
interface ConversationPlace {
  departmentId: string | null
  assigneeId: string | null
}

/** Conversations this person may see: all for the owner, else own departments' and own; unrouted ones for leads. */
export function mayReadConversation(who: Who, place: ConversationPlace): boolean {
  if (!who.rights.has('conversation.read')) return false
  if (who.isOwner || place.assigneeId === who.colleagueId) return true
  if (place.departmentId === null) return who.leads.size > 0
  return who.departmentIds.has(place.departmentId)
}

/** `mayReadConversation` as a condition on the table `conversation` (not renamed in the query). */
export function conversationFilter(who: Who): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'conversation'>()
  if (!who.rights.has('conversation.read')) return sql<SqlBool>`false`
  if (who.isOwner) return sql<SqlBool>`true`
  return eb.or([
    eb('conversation.assigneeId', '=', who.colleagueId),
    ...(who.leads.size > 0 ? [eb('conversation.departmentId', 'is', null)] : []),
    ...(who.departmentIds.size > 0 ? [eb('conversation.departmentId', 'in', [...who.departmentIds])] : []),
  ])
}

/** Topics this person may see: all for the owner, else those of own departments and of none. */
export function mayReadTopic(who: Who, departmentId: string | null): boolean {
  if (!who.rights.has('topic.read')) return false
  return who.isOwner || departmentId === null || who.departmentIds.has(departmentId)
}

/** `mayReadTopic` as a condition on the table `topic` (not renamed in the query). */
export function topicFilter(who: Who): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'topic'>()
  if (!who.rights.has('topic.read')) return sql<SqlBool>`false`
  if (who.isOwner) return sql<SqlBool>`true`
  return eb.or([
    eb('topic.departmentId', 'is', null),
    ...(who.departmentIds.size > 0 ? [eb('topic.departmentId', 'in', [...who.departmentIds])] : []),
  ])
}

/** People this person may see: those of conversations they may see. On the table `person` (not renamed). */
export function personFilter(who: Who): Expression<SqlBool> {
  if (!who.rights.has('people.read')) return sql<SqlBool>`false`
  if (who.isOwner) return sql<SqlBool>`true`
  const eb = expressionBuilder<Tables, 'person'>()
  return eb.exists(
    eb
      .selectFrom('conversation')
      .select(sql`1`.as('one'))
      .whereRef('conversation.workspaceId', '=', 'person.workspaceId')
      .whereRef('conversation.personId', '=', 'person.id')
      .where(conversationFilter(who)),
  )
}
