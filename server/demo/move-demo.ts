import { endByCustomer } from '../answer/conversations/end-by-customer.ts'
import { setAside } from '../answer/conversations/set-aside.ts'
import { answerMatter, noteOnMatter, takeMatter } from './act-as-colleague.ts'
import { type Desk, type Matter, readMatters } from './desk.ts'

/** One thing that an invented colleague does next, on what waits longest; nothing where nothing waits. */
export async function moveDemo(desk: Desk, chance: () => number): Promise<void> {
  const matters = (await readUntouched(desk)).filter(({ turn }) => turn === 'ours')
  const matter = matters.at(Math.floor(chance() ** 2 * matters.length) * -1 - 1)
  if (!matter) return
  const by = matter.assigneeId ?? (await takeMatter(desk, matter, chance))
  if (by === undefined) return
  const on = { workspaceId: desk.workspaceId, conversationId: matter.id, by }
  if (matter.proposedBy !== null) {
    await desk.work((tx) => endByCustomer(tx, on, { messageId: matter.proposedBy! }))
    return
  }
  if (matter.kind === 'advert') await desk.work((tx) => setAside(tx, on, { reason: 'spam' }))
  else if (matter.kind === 'namesake') await desk.work((tx) => setAside(tx, on, { reason: 'not_ours' }))
  else if (matter.kind === 'praise' && chance() < 0.5)
    await desk.work((tx) => setAside(tx, on, { reason: 'no_answer_wanted' }))
  else if (chance() < 0.2) await noteOnMatter(desk, { matter, by }, chance)
  else if (matter.channelKind === 'sample') await answerMatter(desk, { matter, by }, chance)
}

/** Everything but what the person who looks around has, has spoken in, is writing in, or has snoozed. */
async function readUntouched(desk: Desk): Promise<Matter[]> {
  const { workspaceId, ownerId } = desk
  return desk.work(async (tx) => {
    const theirs = (table: 'message' | 'draft' | 'snooze') =>
      tx
        .selectFrom(table)
        .select('conversationId')
        .where('workspaceId', '=', workspaceId)
        .where('colleagueId', '=', ownerId)
    const rows = await theirs('message').union(theirs('draft')).union(theirs('snooze')).execute()
    const touched = new Set(rows.map(({ conversationId }) => conversationId))
    return (await readMatters(tx, desk)).filter(({ id, assigneeId }) => assigneeId !== ownerId && !touched.has(id))
  })
}
