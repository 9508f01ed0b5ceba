import { sql } from 'kysely'
import type { OutcomesView } from '../../../contract/outcomes.ts'
import { conversationFilter } from '../../access/filters.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { readFirstReply } from './read-first-reply.ts'

/** So many conversations are looked at, the newest first: a figure costs the same at any size. */
export const mostConversations = 50_000
const mostPosts = 100_000

export interface Span {
  from: Date
  to: Date
}

/** What came of the conversations opened in the last days, as far as the asker may see them. */
export async function readOutcomes(tx: Tx, who: Who, days: number, to: Date = new Date()): Promise<OutcomesView> {
  const span = { from: new Date(to.getTime() - days * 86_400_000), to }
  const opened = selectOpened(tx, who, span)
  const counts = await tx
    .selectFrom(opened.as('opened'))
    .select(['opened.turn'])
    .select(sql<number>`count(*)::int`.as('count'))
    .select(sql<number>`(count(*) filter (where our_replies > 0))::int`.as('answered'))
    .groupBy('opened.turn')
    .execute()
  const turns = { ours: 0, theirs: 0, resting: 0, ended: 0, set_aside: 0 }
  for (const row of counts) turns[row.turn] = row.count
  return {
    from: span.from.toISOString(),
    to: span.to.toISOString(),
    heard: await countHeard(tx, who, span),
    conversations: counts.reduce((sum, row) => sum + row.count, 0),
    answered: counts.reduce((sum, row) => sum + row.answered, 0),
    turns,
    setAside: await countSetAside(tx, who, span),
    firstReply: await readFirstReply(tx, opened),
    days: await countDays(tx, who, span),
  }
}

/** The conversations that the figures count. */
export function selectOpened(tx: Tx, who: Who, { from, to }: Span) {
  return tx
    .selectFrom('conversation')
    .where('conversation.workspaceId', '=', who.workspaceId)
    .where(conversationFilter(who))
    .where('conversation.openedAt', '>=', from)
    .where('conversation.openedAt', '<', to)
    .select(['conversation.workspaceId', 'conversation.id', 'conversation.turn', 'conversation.ourReplies'])
    .select(['conversation.openedAt', 'conversation.personId', 'conversation.endingId'])
    .orderBy('conversation.openedAt', 'desc')
    .limit(mostConversations)
}

/** Posts kept in the span: all for the owner, else those in conversations the asker may see. */
async function countHeard(tx: Tx, who: Who, { from, to }: Span): Promise<number> {
  const posts = tx
    .selectFrom('post')
    .where('post.workspaceId', '=', who.workspaceId)
    .where('post.postedAt', '>=', from)
    .where('post.postedAt', '<', to)
    .where('post.deletedAt', 'is', null)
    .where('post.ours', '=', false)
    .$if(!who.isOwner, (all) =>
      all.where((eb) =>
        eb.exists(
          eb
            .selectFrom('message')
            .innerJoin('conversation', (join) =>
              join
                .onRef('conversation.workspaceId', '=', 'message.workspaceId')
                .onRef('conversation.id', '=', 'message.conversationId'),
            )
            .whereRef('message.workspaceId', '=', 'post.workspaceId')
            .whereRef('message.postId', '=', 'post.id')
            .where(conversationFilter(who))
            .select('message.id'),
        ),
      ),
    )
    .select('post.id')
    .limit(mostPosts)
  const row = await tx
    .selectFrom(posts.as('heard'))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

function countSetAside(tx: Tx, who: Who, span: Span): Promise<{ reason: string; count: number }[]> {
  return tx
    .selectFrom(selectOpened(tx, who, span).as('opened'))
    .innerJoin('setAside', (join) =>
      join.onRef('setAside.workspaceId', '=', 'opened.workspaceId').onRef('setAside.conversationId', '=', 'opened.id'),
    )
    .select('setAside.reason')
    .select(sql<number>`count(*)::int`.as('count'))
    .groupBy('setAside.reason')
    .orderBy('setAside.reason')
    .execute()
}

/** Day by day in UTC: how many were opened, and how many of these the customers have ended. */
async function countDays(tx: Tx, who: Who, span: Span): Promise<OutcomesView['days']> {
  const opened = await byDay(tx, who, span, 'opened')
  const ended = await byDay(tx, who, span, 'ended')
  const days: OutcomesView['days'] = []
  const last = span.to.toISOString().slice(0, 10)
  for (let at = new Date(span.from); ; at = new Date(at.getTime() + 86_400_000)) {
    const day = at.toISOString().slice(0, 10)
    days.push({ day, opened: opened.get(day) ?? 0, ended: ended.get(day) ?? 0 })
    if (day >= last) return days
  }
}

async function byDay(tx: Tx, who: Who, span: Span, what: 'opened' | 'ended'): Promise<Map<string, number>> {
  const day = sql<string>`to_char(${what === 'opened' ? sql`opened.opened_at` : sql`ending.at`} at time zone 'UTC', 'YYYY-MM-DD')`
  const rows = await tx
    .selectFrom(selectOpened(tx, who, span).as('opened'))
    .leftJoin('ending', (join) =>
      join.onRef('ending.workspaceId', '=', 'opened.workspaceId').onRef('ending.id', '=', 'opened.endingId'),
    )
    .$if(what === 'ended', (all) => all.where('opened.endingId', 'is not', null))
    .select(day.as('day'))
    .select(sql<number>`count(*)::int`.as('count'))
    .groupBy(day)
    .execute()
  return new Map(rows.map((row) => [row.day, row.count]))
}
