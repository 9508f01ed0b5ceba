import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { aColleague, aConversation, aWorkspace, departmentOf, theyWrite, type World } from '../../../tests/factories.ts'
import type { Job } from '../../db/job.ts'
import { workIn } from '../../db/workspace.ts'
import { newId } from '../../lib/id.ts'
import { assignConversation } from '../conversations/assign-conversation.ts'
import { letQuietRest } from '../conversations/let-quiet-rest.job.ts'
import { noteReplyQueued } from '../conversations/note-reply-queued.ts'
import { snooze } from '../conversations/snooze.ts'
import { wakeSnoozedJob } from '../conversations/wake-snoozed.job.ts'
import { ringClocks } from './ring-clocks.job.ts'

const db = await testDatabase()

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)
const run = (world: World, job: Job, now: Date) =>
  job.run(workIn(db, world.workspaceId), { workspaceId: world.workspaceId, now })
function countEvents(world: World, name: string): Promise<number> {
  return world.inside(
    async (tx) => (await tx.selectFrom('event').select('id').where('name', '=', name).execute()).length,
  )
}
function turnOf(world: World, id: string) {
  return world.inside(async (tx) => {
    const row = await tx.selectFrom('conversation').select('turn').where('id', '=', id).executeTakeFirstOrThrow()
    return row.turn
  })
}

test('a clock rings once, when its time is over, and a conversation of somebody who left goes to the department', async () => {
  const world = await aWorkspace(db)
  const ada = await aColleague(world)
  const { id } = await aConversation(world)
  const departmentId = departmentOf(world, 'service')
  const on = { workspaceId: world.workspaceId, conversationId: id, by: null }
  await world.inside(async (tx) => {
    await assignConversation(tx, on, { assigneeId: ada.colleagueId, departmentId })
    await tx.updateTable('colleague').set({ leftAt: new Date() }).where('id', '=', ada.colleagueId).execute()
  })
  await run(world, ringClocks, inMinutes(239))
  expect(await countEvents(world, 'clock.ran_out')).toBe(0)
  await Promise.all([run(world, ringClocks, inMinutes(241)), run(world, ringClocks, inMinutes(241))])
  await run(world, ringClocks, inMinutes(500))
  expect(await countEvents(world, 'clock.ran_out')).toBe(1)
  const row = await world.inside((tx) =>
    tx.selectFrom('conversation').select(['assigneeId', 'departmentId']).where('id', '=', id).executeTakeFirst(),
  )
  expect(row).toEqual({ assigneeId: null, departmentId })
})

test('a snooze ends at its time', async () => {
  const world = await aWorkspace(db)
  const { id } = await aConversation(world)
  const on = { workspaceId: world.workspaceId, conversationId: id, by: world.owner.colleagueId }
  await world.inside((tx) => snooze(tx, on, { until: inMinutes(60) }))
  await run(world, wakeSnoozedJob, inMinutes(59))
  expect(await countEvents(world, 'conversation.woken')).toBe(0)
  await run(world, wakeSnoozedJob, inMinutes(61))
  await run(world, wakeSnoozedJob, inMinutes(62))
  expect(await countEvents(world, 'conversation.woken')).toBe(1)
})

test('two questions of ours and five quiet days let a conversation rest; one question, or a word of theirs, does not', async () => {
  const world = await aWorkspace(db)
  const [quiet, once, spoken] = [await aConversation(world), await aConversation(world), await aConversation(world)]
  for (const id of [quiet.id, quiet.id, once.id, spoken.id, spoken.id]) await ask(world, id, 'Which model is it?')
  await ask(world, once.id, 'See https://acme.example/?q=1')
  await theyWrite(world, spoken.post)
  await ask(world, spoken.id, 'And the year?')
  await run(world, letQuietRest, inMinutes(4 * 1440))
  expect(await turnOf(world, quiet.id)).toBe('theirs')
  await run(world, letQuietRest, inMinutes(6 * 1440))
  expect(await turnOf(world, quiet.id)).toBe('resting')
  expect(await turnOf(world, once.id)).toBe('theirs')
  expect(await turnOf(world, spoken.id)).toBe('theirs')
})

async function ask(world: World, conversationId: string, text: string): Promise<void> {
  const { workspaceId } = world
  const by = world.owner.colleagueId
  const messageId = newId()
  await world.inside(async (tx) => {
    const row = { id: messageId, conversationId, direction: 'out' as const, at: new Date(), colleagueId: by, text }
    await tx
      .insertInto('message')
      .values({ workspaceId, ...row })
      .execute()
    await noteReplyQueued(tx, { workspaceId, conversationId, by }, { messageId, text })
  })
}
