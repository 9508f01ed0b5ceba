import { refused } from '../../access/problem.ts'
import type { Tx } from '../../db/database.ts'
import { record } from '../../events.ts'
import { isId } from '../../lib/id.ts'
import { type ActOn, changeConversation, holdConversation } from './conversation-store.ts'
import { resetClock } from './keep-clock.ts'

export interface Assignment {
  /** Undefined leaves it as it is, null takes it away. */
  assigneeId?: string | null | undefined
  departmentId?: string | null | undefined
  reason?: string | undefined
}

/**
 * Hands a conversation to a colleague, a department or both. Another department without a colleague named leaves the
 * one who has it only when they work there too. Throws `refused` where somebody is not here. Twice is harmless.
 */
export async function assignConversation(tx: Tx, on: ActOn, to: Assignment): Promise<void> {
  const now = await holdConversation(tx, on)
  const from = { assigneeId: now.assigneeId, departmentId: now.departmentId }
  const departmentId = to.departmentId === undefined ? from.departmentId : to.departmentId
  let assigneeId = to.assigneeId === undefined ? from.assigneeId : to.assigneeId
  if (departmentId !== null && departmentId !== from.departmentId) await mustBeDepartment(tx, on, departmentId)
  if (assigneeId !== null && !(await worksIn(tx, on, { colleagueId: assigneeId, departmentId }))) {
    if (to.assigneeId) throw await refusalOf(tx, on, assigneeId)
    assigneeId = null
  }
  if (assigneeId === from.assigneeId && departmentId === from.departmentId) return
  await changeConversation(tx, on, { assigneeId, departmentId })
  if (departmentId !== from.departmentId) await resetClock(tx, on)
  const { workspaceId, conversationId, by } = on
  await record(tx, workspaceId, {
    name: 'conversation.assigned',
    conversationId,
    by,
    details: { assigneeId, departmentId, from, reason: to.reason ?? '' },
  })
}

/** Whether a colleague is here and may work on conversations of this department; an owner may everywhere, an admin sees none. */
export async function worksIn(
  tx: Tx,
  on: Pick<ActOn, 'workspaceId'>,
  who: { colleagueId: string; departmentId: string | null },
): Promise<boolean> {
  if (!isId(who.colleagueId)) return false
  const grant = await tx
    .selectFrom('accessGrant as grant')
    .innerJoin('colleague', (join) =>
      join.onRef('colleague.workspaceId', '=', 'grant.workspaceId').onRef('colleague.id', '=', 'grant.colleagueId'),
    )
    .select('grant.id')
    .where('grant.workspaceId', '=', on.workspaceId)
    .where('grant.colleagueId', '=', who.colleagueId)
    .where('colleague.leftAt', 'is', null)
    .where('grant.bundle', '!=', 'admin')
    .where('grant.startsAt', '<=', new Date())
    .where((or) => or.or([or('grant.endsAt', 'is', null), or('grant.endsAt', '>', new Date())]))
    .$if(who.departmentId !== null, (grants) =>
      grants.where((or) => or.or([or('grant.bundle', '=', 'owner'), or('grant.departmentId', '=', who.departmentId)])),
    )
    .limit(1)
    .executeTakeFirst()
  return grant !== undefined
}

async function mustBeDepartment(tx: Tx, on: ActOn, departmentId: string): Promise<void> {
  const found = isId(departmentId)
    ? await tx
        .selectFrom('department')
        .select('id')
        .where('workspaceId', '=', on.workspaceId)
        .where('id', '=', departmentId)
        .executeTakeFirst()
    : undefined
  if (!found) throw refused('department', 'There is no such department here.')
}

async function refusalOf(tx: Tx, on: ActOn, colleagueId: string) {
  const colleague = isId(colleagueId)
    ? await tx
        .selectFrom('colleague')
        .select(['name', 'leftAt'])
        .where('workspaceId', '=', on.workspaceId)
        .where('id', '=', colleagueId)
        .executeTakeFirst()
    : undefined
  if (!colleague) return refused('assigneeId', 'There is no such colleague here.')
  return colleague.leftAt
    ? refused('assigneeId', `${colleague.name} has left. Choose somebody else.`)
    : refused(
        'assigneeId',
        `${colleague.name} does not work in this department. Choose its department too, or somebody else.`,
      )
}
