import { sql } from 'kysely'
import type { z } from 'zod'
import type { conversationQuery, ConversationSummary } from '../../../contract/conversations.ts'
import { placeAfter } from '../../access/place-after.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { packPageKey } from '../../lib/page-key.ts'
import { conditionsOf } from './conversation-filters.ts'
import { readSummaries } from './read-summaries.ts'

type Query = z.infer<typeof conversationQuery>
type Page = { items: ConversationSummary[]; next: string | null }

/**
 * One page of conversations the asker may see: newest activity first, or the clock that runs out first (those without
 * one last). Two statements a page; throws `refused` for a key that is none.
 */
export async function listConversations(tx: Tx, who: Who, query: Query): Promise<Page> {
  const keys = await pageOfKeys(tx, who, query)
  const page = keys.slice(0, query.limit)
  const last = page.at(-1)
  const items = await readSummaries(
    tx,
    who,
    page.map((key) => key.id),
  )
  return { items, next: keys.length > query.limit && last ? packPageKey([last.place, last.id]) : null }
}

function pageOfKeys(tx: Tx, who: Who, query: Query): Promise<{ id: string; place: string }[]> {
  const order =
    query.sort === 'clock'
      ? { by: sql`coalesce(clock.due_at, '9999-12-31Z'::timestamptz)`, beyond: sql`>`, way: sql`asc` }
      : { by: sql`conversation.last_activity_at`, beyond: sql`<`, way: sql`desc` }
  const place = placeAfter(query.after, 'time', 'id')
  return tx
    .selectFrom('conversation')
    .$if(query.sort === 'clock', (conversations) =>
      conversations.leftJoin('clock', (join) =>
        join
          .onRef('clock.workspaceId', '=', 'conversation.workspaceId')
          .onRef('clock.conversationId', '=', 'conversation.id'),
      ),
    )
    .select('conversation.id')
    .select(sql<string>`to_char(${order.by} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('place'))
    .where((eb) => eb.and(conditionsOf(who, query)))
    .$if(place !== undefined, (conversations) =>
      conversations.where(
        sql<boolean>`(${order.by}, conversation.id) ${order.beyond} (${place?.[0]}::timestamptz, ${place?.[1]}::uuid)`,
      ),
    )
    .orderBy(sql`${order.by} ${order.way}, conversation.id ${order.way}`)
    .limit(query.limit + 1)
    .execute()
}
