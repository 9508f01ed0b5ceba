import { expect, test } from 'vitest'
import { personPage, personQuery } from '../../../contract/people.ts'
import { testDatabase } from '../../../tests/database.ts'
import { aColleague, aConversation, aWorkspace, departmentOf, type World } from '../../../tests/factories.ts'
import type { Who } from '../../access/who.ts'
import { listPeople } from './list-people.ts'

const db = await testDatabase()

async function list(world: World, who: Who, query: Record<string, unknown> = {}) {
  return personPage.parse(await world.inside((tx) => listPeople(tx, who, personQuery.parse(query))))
}

test('people are found by a part of a name or handle, signs of the search language mean themselves', async () => {
  const world = await aWorkspace(db)
  await aConversation(world)
  await aConversation(world)
  await aConversation(world, { author: { id: 'dev', handle: '@dev_100%', url: 'https://example.social/dev' } })
  const names = async (q: string) => (await list(world, world.owner, { q })).items.map((item) => item.name)
  expect(await names('linDQ')).toEqual(['Mara Lindqvist'])
  expect(await names('mara')).toEqual(['Mara Lindqvist'])
  expect(await names('_100%')).toEqual(['@dev_100%'])
  expect(await names('%')).toEqual(['@dev_100%'])
  const [mara] = (await list(world, world.owner, { q: 'mara' })).items
  expect(mara).toMatchObject({ conversations: 2, waiting: 2, identities: [{ network: 'inbound', handle: '@mara' }] })
  expect(mara?.lastSpokeAt).not.toBeNull()
})

test('pages hold everybody once', async () => {
  const world = await aWorkspace(db)
  for (const id of ['a', 'b', 'c']) await aConversation(world, { author: { id, handle: `@${id}` } })
  const first = await list(world, world.owner, { limit: 2 })
  const second = await list(world, world.owner, { limit: 2, after: first.next })
  expect([...first.items, ...second.items].map((item) => item.name)).toEqual(['@c', '@b', '@a'])
  expect(second.next).toBeNull()
})

test('an agent sees the people of their own conversations, and counts only those', async () => {
  const world = await aWorkspace(db)
  const ada = await aColleague(world)
  const { id } = await aConversation(world)
  await aConversation(world)
  expect((await list(world, ada)).items).toEqual([])
  await world.inside((tx) =>
    tx
      .updateTable('conversation')
      .set({ departmentId: departmentOf(world, 'service') })
      .where('id', '=', id)
      .execute(),
  )
  expect((await list(world, ada)).items).toMatchObject([{ name: 'Mara Lindqvist', conversations: 1 }])
})
