import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

type Conversation = { workspaceId: string; conversationId: string }

/** What a conversation without a department is allowed, in minutes: four hours for a first reply, eight for the next. */
const minutesWithout = { first: 240, next: 480 }

/**
 * Starts the clock of a conversation in which somebody waits for us; one that runs goes on as it is. The department
 * says how many minutes there are: for the first reply while there was none, for the next one afterwards.
 */
export async function startClock(tx: Tx, of: Conversation, now: Date = new Date()): Promise<void> {
  await sql`
    insert into clock (workspace_id, conversation_id, kind, started_at, due_at)
    select c.workspace_id, c.id, case when c.our_replies = 0 then 'first_reply' else 'next_reply' end, ${now},
      ${now}::timestamptz + make_interval(mins => ${minutesOf(sql`c.our_replies = 0`)})
    from conversation c left join department d on d.workspace_id = c.workspace_id and d.id = c.department_id
    where c.workspace_id = ${of.workspaceId} and c.id = ${of.conversationId} and c.turn = 'ours'
    on conflict do nothing`.execute(tx)
}

/** Gives a running clock the minutes of the department that has the conversation now. The start stays. */
export async function resetClock(tx: Tx, of: Conversation): Promise<void> {
  await sql`
    update clock set due_at = clock.started_at + make_interval(mins => ${minutesOf(sql`clock.kind = 'first_reply'`)})
    from conversation c left join department d on d.workspace_id = c.workspace_id and d.id = c.department_id
    where clock.workspace_id = ${of.workspaceId} and clock.conversation_id = ${of.conversationId} and clock.rang_at is null
      and c.workspace_id = clock.workspace_id and c.id = clock.conversation_id`.execute(tx)
}

/** Nobody waits for us any more. */
export async function stopClock(tx: Tx, of: Conversation): Promise<void> {
  await tx
    .deleteFrom('clock')
    .where('workspaceId', '=', of.workspaceId)
    .where('conversationId', '=', of.conversationId)
    .execute()
}

function minutesOf(isFirst: ReturnType<typeof sql>) {
  return sql`case when ${isFirst} then coalesce(d.first_reply_minutes, ${sql.lit(minutesWithout.first)})
    else coalesce(d.next_reply_minutes, ${sql.lit(minutesWithout.next)}) end`
}
