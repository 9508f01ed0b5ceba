import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
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
 * one last). Folded, of copies only the one that stands first is in the list. Three statements a page; throws `refused`
 * for a key that is none.
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

interface Order {
  by: RawBuilder<unknown>
  /** What stands after, and before. */
  beyond: RawBuilder<unknown>
  before: RawBuilder<unknown>
  way: RawBuilder<unknown>
}

const orders: Record<Query['sort'], Order> = {
  clock: {
    by: sql`coalesce(clock.due_at, '9999-12-31Z'::timestamptz)`,
    beyond: sql`>`,
    before: sql`<`,
    way: sql`asc`,
  },
  newest: { by: sql`conversation.last_activity_at`, beyond: sql`<`, before: sql`>`, way: sql`desc` },
}

function pageOfKeys(tx: Tx, who: Who, query: Query): Promise<{ id: string; place: string }[]> {
  const order = orders[query.sort]
  const place = placeAfter(query.after, 'time', 'id')
  const conditions = conditionsOf(who, query)
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
    .where((eb) => eb.and(conditions))
    .$if(query.copies === 'folded', (conversations) => conversations.where(standsFirst(query.sort, conditions)))
    .$if(place !== undefined, (conversations) =>
      conversations.where(
        sql<boolean>`(${order.by}, conversation.id) ${order.beyond} (${place?.[0]}::timestamptz, ${place?.[1]}::uuid)`,
      ),
    )
    .orderBy(sql`${order.by} ${order.way}, conversation.id ${order.way}`)
    .limit(query.limit + 1)
    .execute()
}

/**
 * No copy of it goes before it in the same list: by the clock the oldest copy, which is due first as a rule, else the newest.
 * By the activity alone, so that the index of a group answers at once, however large the storm. Inside, `conversation` is
 * the copy, and `line` the one that is asked for.
 */
function standsFirst(sort: Query['sort'], conditions: Expression<SqlBool>[]): Expression<SqlBool> {
  return sql<SqlBool>`(conversation.copies_id is null or not (
    select exists (select 1 from conversation
      where conversation.copies_id = line.copies_id
        and (conversation.last_activity_at, conversation.id) ${orders[sort].before} (line.at, line.id)
        and ${sql.join(conditions, sql` and `)})
    from (select conversation.copies_id, conversation.last_activity_at as at, conversation.id) line))`
}
