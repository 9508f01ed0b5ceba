import { assert, array, asyncProperty, boolean, constantFrom, record } from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../tests/database.ts'
import { aConversation, aTopic, aWorkspace, departmentOf, type World } from '../../tests/factories.ts'
import { bundles } from '../model/grant.ts'
import { conversationFilter, mayReadConversation, mayReadTopic, personFilter, topicFilter } from './filters.ts'
import { mayGive, rightsOf, type Grant } from './rights.ts'
import type { Who } from './who.ts'

const db = await testDatabase()
const kinds = ['service', 'sales', 'legal'] as const
let world: World
let places: { departmentId: string | null; assigneeId: string | null }[]

beforeAll(async () => {
  world = await aWorkspace(db)
  const departments = [null, ...kinds.map((kind) => departmentOf(world, kind))]
  places = departments.flatMap((departmentId) =>
    [null, world.owner.colleagueId].map((assigneeId) => ({ departmentId, assigneeId })),
  )
  for (const [index, place] of places.entries()) {
    const author = { id: `author ${index}`, handle: `@author${index}` }
    const { id } = await aConversation(world, { author })
    await world.inside((tx) => tx.updateTable('conversation').set(place).where('id', '=', id).execute())
  }
  for (const department of departments) await aTopic(world, { department })
})

/** Anybody: with grants of any bundle in any departments, and with or without things of their own. */
const anybody = record({
  grants: array(record({ bundle: constantFrom(...bundles), kind: constantFrom(...kinds) }), {
    maxLength: 3,
  }),
  isAssignee: boolean(),
}).map(({ grants, isAssignee }): Who => {
  const held: Grant[] = grants.map(({ bundle, kind }) => ({
    bundle,
    departmentId: bundle === 'owner' || bundle === 'admin' ? null : departmentOf(world, kind),
  }))
  const inDepartments = held.filter((grant) => grant.departmentId !== null)
  return {
    ...world.owner,
    colleagueId: isAssignee ? world.owner.colleagueId : '00000000-0000-7000-8000-000000000000',
    isOwner: held.some((grant) => grant.bundle === 'owner'),
    departmentIds: new Set(inDepartments.map((grant) => grant.departmentId!)),
    leads: new Set(inDepartments.filter((grant) => grant.bundle === 'lead').map((grant) => grant.departmentId!)),
    rights: rightsOf(held),
  }
})

test('lists and live events agree on who may see which conversation and topic', async () => {
  await assert(
    asyncProperty(anybody, async (who) => {
      await world.inside(async (tx) => {
        const conversations = await tx
          .selectFrom('conversation')
          .select(['departmentId', 'assigneeId'])
          .select((eb) => eb.and([conversationFilter(who)]).as('isShown'))
          .execute()
        expect(conversations).toHaveLength(places.length)
        for (const { isShown, ...place } of conversations)
          expect(isShown ?? false).toBe(mayReadConversation(who, place))
        const topics = await tx
          .selectFrom('topic')
          .select('departmentId')
          .select((eb) => eb.and([topicFilter(who)]).as('isShown'))
          .execute()
        for (const { isShown, departmentId } of topics) expect(isShown ?? false).toBe(mayReadTopic(who, departmentId))
        const people = await tx.selectFrom('person').select('id').where(personFilter(who)).execute()
        expect(people).toHaveLength(
          who.rights.has('people.read') ? conversations.filter((one) => one.isShown).length : 0,
        )
      })
    }),
    { numRuns: 60 },
  )
})

function sees(who: Who): number {
  return places.filter((place) => mayReadConversation(who, place)).length
}

test('an admin sees no content, an agent only their own departments, a lead what is unrouted as well', () => {
  const as = (bundle: Grant['bundle'], departmentId: string | null): Who => ({
    ...world.owner,
    colleagueId: 'somebody',
    isOwner: bundle === 'owner',
    departmentIds: new Set(departmentId === null ? [] : [departmentId]),
    leads: new Set(bundle === 'lead' && departmentId !== null ? [departmentId] : []),
    rights: rightsOf([{ bundle, departmentId }]),
  })
  const service = departmentOf(world, 'service')
  expect([as('owner', null), as('admin', null), as('lead', service), as('agent', service)].map(sees)).toEqual([
    8, 0, 4, 2,
  ])
})

function holds(bundle: Grant['bundle']): Grant[] {
  return [{ bundle, departmentId: null }]
}

test('nobody gives above their own', () => {
  const given = bundles.map((own) => bundles.filter((wanted) => mayGive(holds(own), wanted)))
  expect(given).toEqual([['owner', 'admin', 'lead', 'agent'], ['admin', 'lead', 'agent'], [], []])
  expect(mayGive([], 'agent')).toBe(false)
})
