import { sql } from 'kysely'
import { inboxView, type InboxView } from '../../../contract/conversations.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { conditionsOf } from './conversation-filters.ts'

const most = 1_000

/** How many conversations stand in each view of the asker. Counting stops at 1,000, so it costs the same at any size. */
export async function countViews(tx: Tx, who: Who): Promise<Record<InboxView, number>> {
  const row = await tx
    .selectNoFrom((eb) =>
      inboxView.options.map((view) =>
        eb
          .selectFrom(
            eb
              .selectFrom('conversation')
              .select(sql`1`.as('one'))
              .where((one) => one.and(conditionsOf(who, { view })))
              .limit(most)
              .as('some'),
          )
          .select(sql<number>`count(*)::int`.as('count'))
          .as(`view_${view}`),
      ),
    )
    .executeTakeFirstOrThrow()
  const counts: Record<string, unknown> = row
  const count = (view: InboxView) => Number(counts[columnOf(view)])
  return {
    mine: count('mine'),
    team: count('team'),
    unrouted: count('unrouted'),
    theirs: count('theirs'),
    resting: count('resting'),
    snoozed: count('snoozed'),
    ended: count('ended'),
    set_aside: count('set_aside'),
    all: count('all'),
  }
}

/** As the plugin of the store names it. */
function columnOf(view: InboxView): string {
  return `view_${view}`.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
