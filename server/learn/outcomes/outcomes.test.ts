import { expect, test } from 'vitest'
import { outcomesView } from '../../../contract/outcomes.ts'
import { testDatabase } from '../../../tests/database.ts'
import { aColleague, aConversation, aPost, aWorkspace, theyWrite } from '../../../tests/factories.ts'
import { endByCustomer } from '../../answer/conversations/end-by-customer.ts'
import { letRest } from '../../answer/conversations/let-rest.ts'
import { setAside } from '../../answer/conversations/set-aside.ts'
import { listConversations } from '../../answer/inbox/list-conversations.ts'
import { readOutcomes } from './read-outcomes.ts'

const db = await testDatabase()
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

test('figures agree with a count by hand, and each opens its list', async () => {
  const world = await aWorkspace(db)
  const on = (conversationId: string) => ({
    workspaceId: world.workspaceId,
    conversationId,
    by: world.owner.colleagueId,
  })
  await aPost(world, { text: 'nothing to do with us' })
  for (const minutes of [10, 20, 60]) {
    const { post } = await aConversation(world, { createdAt: minutesAgo(minutes) })
    await theyWrite(world, post, { ours: true, author: { id: 'us', handle: '@acme' }, createdAt: new Date() })
  }
  const [ended, resting, aside, spam, waiting] = await Promise.all([1, 2, 3, 4, 5].map(() => aConversation(world)))
  await world.inside(async (tx) => {
    await endByCustomer(tx, on(ended!.id), { messageId: ended!.messageId })
    await letRest(tx, on(resting!.id))
    await setAside(tx, on(aside!.id), { reason: 'not_ours' })
    await setAside(tx, on(spam!.id), { reason: 'spam' })
  })
  const outcomes = outcomesView.parse(await world.inside((tx) => readOutcomes(tx, world.owner, 30)))
  expect(outcomes).toMatchObject({
    heard: 9,
    conversations: 8,
    answered: 3,
    turns: { ours: 1, theirs: 3, resting: 1, ended: 1, set_aside: 2 },
    setAside: [
      { reason: 'not_ours', count: 1 },
      { reason: 'spam', count: 1 },
    ],
    firstReply: { count: 3 },
  })
  expect(outcomes.firstReply.median).toBeCloseTo(20, 0)
  expect(outcomes.firstReply.p90).toBeCloseTo(52, 0)
  expect(outcomes.days.length).toBeGreaterThanOrEqual(31)
  expect(outcomes.days.reduce((sum, day) => sum + day.opened, 0)).toBe(8)
  expect(outcomes.days.reduce((sum, day) => sum + day.ended, 0)).toBe(1)

  const span = { openedFrom: outcomes.from, openedTo: outcomes.to, limit: 50, sort: 'newest' } as const
  const open = (filters: object) =>
    world.inside(async (tx) =>
      (await listConversations(tx, world.owner, { ...span, ...filters })).items.map((one) => one.id),
    )
  expect(await open({})).toHaveLength(outcomes.conversations)
  expect(await open({ answered: 'yes' })).toHaveLength(outcomes.answered)
  expect(await open({ turn: 'ours' })).toEqual([waiting!.id])
  expect(await open({ reason: 'spam' })).toEqual([spam!.id])
})

test('nobody counts what they may not see, and nothing is counted where nothing was', async () => {
  const world = await aWorkspace(db)
  const ada = await aColleague(world)
  await aConversation(world)
  const outcomes = await world.inside((tx) => readOutcomes(tx, ada, 7))
  expect(outcomes).toMatchObject({ heard: 0, conversations: 0, firstReply: { median: null, p90: null, count: 0 } })
})
