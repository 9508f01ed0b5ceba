import { describe, expect, test } from 'vitest'
import { rulePage } from '../../../contract/rules.ts'
import { testDatabase } from '../../../tests/database.ts'
import {
  aColleague,
  aConversation,
  aTopic,
  aWorkspace,
  departmentOf,
  refusalOf,
  theyWrite,
  type Found,
  type StoredPost,
  type World,
} from '../../../tests/factories.ts'
import { newId } from '../../lib/id.ts'
import { assignConversation } from '../conversations/assign-conversation.ts'
import { explainWhy } from '../inbox/explain-why.ts'
import { changeRule } from './change-rule.ts'
import { createRule } from './create-rule.ts'
import { listRules } from './list-rules.ts'
import { removeRule } from './remove-rule.ts'
import { routeConversation } from './route-conversation.ts'

const db = await testDatabase()

interface Heard extends Found {
  opened?: boolean
  fits?: string[]
}

function routeIt(world: World, { id, post }: { id: string; post: StoredPost }, heard: Heard = {}) {
  const { topicIds = [], reading = {}, opened = true, fits = [] } = heard
  const matches = topicIds.map((topicId) => ({ topicId, topicVersion: 1, hits: [] }))
  const { workspaceId } = world
  return world.inside((tx) =>
    routeConversation(tx, { workspaceId, conversationId: id, opened, post, matches, reading }, () => new Set(fits)),
  )
}
function read(world: World, id: string) {
  return world.inside((tx) => tx.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}
function minutesLeft(world: World, id: string) {
  return world.inside(async (tx) => {
    const clock = await tx.selectFrom('clock').selectAll().where('conversationId', '=', id).executeTakeFirstOrThrow()
    return Math.round((clock.dueAt.getTime() - clock.startedAt.getTime()) / 60_000)
  })
}

describe('a new conversation', () => {
  test('goes by the rule, to the colleague it names, with the clock of the department', async () => {
    const world = await aWorkspace(db)
    const legal = departmentOf(world, 'legal')
    const lea = await aColleague(world, { name: 'Lea', departments: ['legal'] })
    await world.inside((tx) =>
      tx.updateTable('department').set({ firstReplyMinutes: 30 }).where('id', '=', legal).execute(),
    )
    const rule = { words: 'lawyer OR police', department: legal, assigneeId: lea.colleagueId, on: true }
    const ruleId = await world.inside((tx) => createRule(tx, world.owner, rule))
    const conversation = await aConversation(world, { text: 'I call my lawyer' })
    await routeIt(world, conversation, { fits: [ruleId] })
    expect(await read(world, conversation.id)).toMatchObject({ departmentId: legal, assigneeId: lea.colleagueId })
    expect(await minutesLeft(world, conversation.id)).toBe(30)
    const why = await world.inside((tx) => explainWhy(tx, { ...world, conversationId: conversation.id }))
    expect(why).toEqual([
      { kind: 'addressed_to_us' },
      { kind: 'rule', id: ruleId, name: 'lawyer OR police', words: ['lawyer OR police'] },
      { kind: 'department', id: legal, name: 'Legal' },
    ])
    const page = rulePage.parse(
      await world.inside((tx) => listRules(tx, world.workspaceId, { limit: 50, after: undefined })),
    )
    expect(page.items[0]).toMatchObject({
      id: ruleId,
      placed: 1,
      department: { name: 'Legal' },
      assignee: { name: 'Lea' },
    })
  })

  test('goes to the department of its topic, and stays unrouted without one', async () => {
    const world = await aWorkspace(db)
    const sales = departmentOf(world, 'sales')
    const topicIds = [await aTopic(world, { department: sales })]
    const matched = await aConversation(world, {}, { topicIds })
    await routeIt(world, matched, { topicIds })
    expect((await read(world, matched.id)).departmentId).toBe(sales)
    const unmatched = await aConversation(world)
    await routeIt(world, unmatched)
    expect((await read(world, unmatched.id)).departmentId).toBeNull()
    expect(await minutesLeft(world, unmatched.id)).toBe(240)
  })

  test('goes to the department alone when the colleague of the rule has left', async () => {
    const world = await aWorkspace(db)
    const service = departmentOf(world, 'service')
    const ada = await aColleague(world)
    const topicIds = [await aTopic(world)]
    const rule = { topic: topicIds[0]!, department: service, assigneeId: ada.colleagueId, on: true }
    await world.inside((tx) => createRule(tx, world.owner, rule))
    await world.inside((tx) =>
      tx.updateTable('colleague').set({ leftAt: new Date() }).where('id', '=', ada.colleagueId).execute(),
    )
    const conversation = await aConversation(world, {}, { topicIds })
    await routeIt(world, conversation, { topicIds })
    expect(await read(world, conversation.id)).toMatchObject({ departmentId: service, assigneeId: null })
  })
})

test('what people placed is not placed again; what nobody has, is, once a topic finds it', async () => {
  const world = await aWorkspace(db)
  const [sales, service] = [departmentOf(world, 'sales'), departmentOf(world, 'service')]
  const topicIds = [await aTopic(world, { department: sales })]
  const placed = await aConversation(world)
  const { workspaceId } = world
  await world.inside((tx) =>
    assignConversation(tx, { workspaceId, conversationId: placed.id, by: null }, { departmentId: service }),
  )
  const shelf = await aConversation(world)
  for (const one of [placed, shelf]) {
    const { post } = await theyWrite(world, one.post, {}, { topicIds })
    await routeIt(world, { id: one.id, post }, { topicIds, opened: false })
  }
  expect((await read(world, placed.id)).departmentId).toBe(service)
  expect((await read(world, shelf.id)).departmentId).toBe(sales)
})

describe('rules', () => {
  test('keep their order when one moves or goes', async () => {
    const world = await aWorkspace(db)
    const department = departmentOf(world, 'service')
    const ids: string[] = []
    for (const words of ['one', 'two', 'three']) {
      ids.push(await world.inside((tx) => createRule(tx, world.owner, { words, department, on: true })))
    }
    const words = async () => {
      const { items } = await world.inside((tx) => listRules(tx, world.workspaceId, { limit: 50, after: undefined }))
      return items.map((item) => `${item.position} ${item.words}`)
    }
    await world.inside((tx) => changeRule(tx, world.owner, ids[2]!, { position: 1 }))
    expect(await words()).toEqual(['1 three', '2 one', '3 two'])
    await world.inside((tx) => changeRule(tx, world.owner, ids[2]!, { position: 99 }))
    expect(await words()).toEqual(['1 one', '2 two', '3 three'])
    await world.inside((tx) => removeRule(tx, world.owner, ids[0]!))
    expect(await words()).toEqual(['1 two', '2 three'])
    const first = await world.inside((tx) => listRules(tx, world.workspaceId, { limit: 1, after: undefined }))
    const second = await world.inside((tx) => listRules(tx, world.workspaceId, { limit: 1, after: first.next! }))
    expect([...first.items, ...second.items].map((item) => item.words)).toEqual(['two', 'three'])
  })

  test('are refused without a condition, or when they name what is not here', async () => {
    const world = await aWorkspace(db)
    const department = departmentOf(world, 'service')
    const lea = await aColleague(world, { departments: ['legal'] })
    const create = (body: object) =>
      refusalOf(world.inside((tx) => createRule(tx, world.owner, { department, on: true, ...body })))
    expect(await create({})).toMatchObject({ status: 422, field: 'topic' })
    expect(await create({ topic: newId() })).toMatchObject({ status: 422, field: 'topic' })
    expect(await create({ words: 'a', department: newId() })).toMatchObject({ field: 'department' })
    expect(await create({ words: 'a', assigneeId: lea.colleagueId })).toMatchObject({ field: 'assigneeId' })
    expect(await refusalOf(world.inside((tx) => removeRule(tx, world.owner, newId())))).toMatchObject({ status: 404 })
  })
})
