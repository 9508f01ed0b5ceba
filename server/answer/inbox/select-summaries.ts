import { expressionBuilder, sql } from 'kysely'
import { conversationFilter } from '../../access/filters.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import type { Tables } from '../../db/tables.ts'
import type { ConversationTable, MessageTable } from '../../db/answering-tables.ts'
import { correctionsOf, linesOf } from '../../db/corrections-of.ts'

export type SummaryRow = Awaited<ReturnType<typeof selectSummaries>>[number]

/** Everything a list shows of these conversations, in one statement; what the asker may not see is left out. */
export function selectSummaries(tx: Tx, who: Who, ids: readonly string[]) {
  return selectMine(tx, who, ids)
    .innerJoin('person', (join) => join.on(sameThing('person', 'personId')))
    .innerJoin('channel', (join) => join.on(sameThing('channel', 'channelId')))
    .leftJoin('department', (join) => join.on(sameThing('department', 'departmentId')))
    .leftJoin('colleague as assignee', (join) => join.on(sameThing('assignee', 'assigneeId')))
    .leftJoinLateral(messageBy('lastMessageId').as('last'), (join) => join.onTrue())
    .leftJoinLateral(postOf('last').as('lastPost'), (join) => join.onTrue())
    .leftJoin('colleague as writer', (join) =>
      join.onRef('writer.workspaceId', '=', 'conversation.workspaceId').onRef('writer.id', '=', 'last.colleagueId'),
    )
    .leftJoinLateral(messageBy('lastInMessageId').as('lastIn'), (join) => join.onTrue())
    .leftJoinLateral(postOf('lastIn').as('theirPost'), (join) => join.onTrue())
    .leftJoin('reading', (join) =>
      join.onRef('reading.workspaceId', '=', 'conversation.workspaceId').onRef('reading.postId', '=', 'lastIn.postId'),
    )
    .select(['person.id as personId', 'person.name as personName'])
    .select(['channel.id as channelId', 'channel.kind as channelKind', 'channel.name as channelName'])
    .select(['department.name as departmentName', 'assignee.name as assigneeName'])
    .select(['last.direction as lastDirection', 'last.at as lastAt', 'last.text as lastOwnText'])
    .select(['lastPost.text as lastPostText', 'lastPost.title as lastPostTitle', 'lastPost.author as lastPostAuthor'])
    .select(['lastPost.deletedAt as lastPostDeletedAt', 'writer.name as writerName'])
    .select(['theirPost.text as theirText', 'theirPost.deletedAt as theirTextDeletedAt', 'reading.readings'])
    .select(correctionsOf(sql.ref('conversation.workspaceId'), sql.ref('lastIn.postId')).as('corrections'))
    .select(linesOf(sql.val(who.workspaceId)).as('lines'))
    .execute()
}

/**
 * One message of the conversation. Asked for row by row and no more than one: a store that has not yet counted its rows
 * would else join all messages with all posts first.
 */
function messageBy(key: 'lastMessageId' | 'lastInMessageId') {
  return expressionBuilder<Tables & { conversation: ConversationTable }, 'conversation'>()
    .selectFrom('message')
    .select(['message.id', 'message.direction', 'message.at', 'message.text', 'message.colleagueId'])
    .select(['message.postId', 'message.postedAt'])
    .whereRef('message.workspaceId', '=', 'conversation.workspaceId')
    .whereRef('message.id', '=', `conversation.${key}`)
    .limit(1)
}

/** The post that a message stands for. */
function postOf(message: 'last' | 'lastIn') {
  return expressionBuilder<
    Tables & { conversation: ConversationTable; last: MessageTable; lastIn: MessageTable },
    'conversation' | 'last' | 'lastIn'
  >()
    .selectFrom('post')
    .select(['post.text', 'post.title', 'post.author', 'post.deletedAt'])
    .whereRef('post.workspaceId', '=', 'conversation.workspaceId')
    .whereRef('post.postedAt', '=', `${message}.postedAt`)
    .whereRef('post.id', '=', `${message}.postId`)
    .limit(1)
}

/** The conversations with what is one colleague's own: read, snoozed, drafts. */
function selectMine(tx: Tx, who: Who, ids: readonly string[]) {
  return tx
    .selectFrom('conversation')
    .leftJoin('clock', (join) =>
      join
        .onRef('clock.workspaceId', '=', 'conversation.workspaceId')
        .onRef('clock.conversationId', '=', 'conversation.id'),
    )
    .leftJoin('snooze', (join) =>
      join
        .onRef('snooze.workspaceId', '=', 'conversation.workspaceId')
        .onRef('snooze.conversationId', '=', 'conversation.id')
        .on('snooze.colleagueId', '=', who.colleagueId),
    )
    .leftJoin('readMark', (join) =>
      join
        .onRef('readMark.workspaceId', '=', 'conversation.workspaceId')
        .onRef('readMark.conversationId', '=', 'conversation.id')
        .on('readMark.colleagueId', '=', who.colleagueId),
    )
    .where('conversation.workspaceId', '=', who.workspaceId)
    .where('conversation.id', 'in', ids)
    .where(conversationFilter(who))
    .select(['conversation.id', 'conversation.turn', 'conversation.departmentId', 'conversation.assigneeId'])
    .select([
      'conversation.openedAt',
      'conversation.lastActivityAt',
      'conversation.messageCount',
      'conversation.copiesId',
    ])
    .select(['conversation.proposedEnding', 'conversation.lastInMessageId'])
    .select(['clock.kind as clockKind', 'clock.startedAt as clockStartedAt', 'clock.dueAt as clockDueAt'])
    .select(['snooze.until as snoozedUntil', 'snooze.untilReply as snoozedUntilReply', 'readMark.readAt'])
    .select([hasDraft(who).as('hasDraft'), topics.as('topics'), handle.as('handle')])
}

function hasDraft(who: Who) {
  return sql<boolean>`exists (select 1 from draft where draft.workspace_id = conversation.workspace_id
    and draft.conversation_id = conversation.id and draft.colleague_id = ${who.colleagueId})`
}

const topics = sql<{ id: string; name: string }[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', topic.id, 'name', topic.name) order by ct.at, topic.id)
  from conversation_topic ct join topic on topic.workspace_id = ct.workspace_id and topic.id = ct.topic_id
  where ct.workspace_id = conversation.workspace_id and ct.conversation_id = conversation.id), '[]')`

/** Of the person's accounts the one on this network, else the first. */
const handle = sql<string | null>`(
  select identity.handle from identity
  where identity.workspace_id = conversation.workspace_id and identity.person_id = conversation.person_id
  order by identity.id_space = conversation.id_space desc, identity.id limit 1)`

/** Joins a table by the id that the conversation holds of it. */
function sameThing(table: string, key: string) {
  return sql<boolean>`${sql.ref(`${table}.workspaceId`)} = ${sql.ref('conversation.workspaceId')} and ${sql.ref(`${table}.id`)} = ${sql.ref(`conversation.${key}`)}`
}
