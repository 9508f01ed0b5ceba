import { beforeEach, describe, expect, test } from 'vitest'
import type { Who } from '../../access/who.ts'
import { testDatabase } from '../../../tests/database.ts'
import { aColleague, aPost, aTopic, aWorkspace, departmentOf, type World } from '../../../tests/factories.ts'
import { followArrivals } from '../../listen/arrivals/follow-arrivals.ts'
import { makeTopicsInUse } from '../../listen/topics/topics-in-use.ts'
import { makePipeline } from '../../pipeline.ts'
import { assignConversation } from '../conversations/assign-conversation.ts'
import { setAside } from '../conversations/set-aside.ts'
import { joinCopies, splitOff } from '../conversations/split-off.ts'
import { listConversations } from './list-conversations.ts'

const db = await testDatabase()
let world: World
let pipeline: ReturnType<typeof makePipeline>
beforeEach(async () => {
  world = await aWorkspace(db)
  await aTopic(world, { query: 'acme', department: departmentOf(world, 'service') })
  pipeline = makePipeline(makeTopicsInUse())
})

const complaint = 'The acme kettle I ordered three weeks ago arrived broken and nobody answers my mails.'
const question = 'Does anybody know whether the new acme toaster fits four slices of bread at once?'

async function hear(...texts: string[]): Promise<void> {
  for (const [number, text] of texts.entries())
    await aPost(world, { text, author: { id: `${text}${number}`, handle: `@a${number}` }, createdAt: minute(number) })
  while ((await followArrivals({ db, workspaceId: world.workspaceId, handle: pipeline })) > 0);
}

const begun = Date.now() - 3_600_000
function minute(number: number): Date {
  return new Date(begun + number * 60_000)
}

type Asked = Partial<Parameters<typeof listConversations>[2]>

async function list(asked: Asked = {}, who: Who = world.owner) {
  const page = await world.inside((tx) =>
    listConversations(tx, who, { limit: 50, sort: 'newest', copies: 'folded', ...asked }),
  )
  return page.items.map(({ id, copies, lastMessage }) => ({ id, copies, text: lastMessage?.text ?? '' }))
}

function on(conversationId: string) {
  return { workspaceId: world.workspaceId, conversationId, by: world.owner.colleagueId }
}

const storm = Array.from({ length: 6 }, (_, copy) => `${complaint} ${'!'.repeat(copy)}`)

describe.each(['newest', 'clock'] as const)('in the list by %s', (sort) => {
  test('a storm of copies is one line with a count, opens to all of them, and nothing is lost', async () => {
    await hear(question, ...storm)
    const folded = await list({ sort })
    expect(folded).toHaveLength(2)
    const line = folded.find((each) => each.copies !== null)
    expect(line).toMatchObject({ copies: { count: 6, ours: 6 } })
    expect(folded.find((each) => each.copies === null)?.text).toBe(question)
    expect(await list({ sort, copies: line!.copies!.id })).toHaveLength(6)
    expect(await list({ sort, copies: undefined })).toHaveLength(7)
  })

  test('page by page the lines are those of the whole list', async () => {
    await hear(
      ...storm,
      question,
      ...storm.map((text) => text.replace('kettle', 'blender and a whole lot of other things')),
    )
    const whole = await list({ sort })
    const ids: string[] = []
    let after: string | undefined
    do {
      const page = await world.inside((tx) =>
        listConversations(tx, world.owner, { limit: 1, sort, copies: 'folded', after }),
      )
      ids.push(...page.items.map((each) => each.id))
      after = page.next ?? undefined
    } while (after)
    expect(ids).toEqual(whole.map((each) => each.id))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('when the first is done with, the next copy takes its line', async () => {
  await hear(...storm)
  for (let left = 6; left > 0; left--) {
    const [line] = await list({ view: 'team' })
    await world.inside((tx) => setAside(tx, on(line!.id), { reason: 'spam' }))
  }
  expect(await list({ view: 'team' })).toEqual([])
  expect(await list({ view: 'set_aside' })).toMatchObject([{ copies: { count: 6, ours: 0 } }])
})

test('folded is only what the asker may see', async () => {
  await hear(...storm)
  const ada = await aColleague(world, { departments: ['sales'] })
  expect(await list({}, ada)).toEqual([])
  const [first] = await list({ copies: undefined })
  await world.inside((tx) => assignConversation(tx, on(first!.id), { departmentId: departmentOf(world, 'sales') }))
  expect(await list({}, ada)).toMatchObject([{ id: first!.id, copies: null }])
})

test('a copy can be split off, and be put back', async () => {
  await hear(...storm)
  const [line] = await list()
  await world.inside((tx) => splitOff(tx, on(line!.id)))
  await world.inside((tx) => splitOff(tx, on(line!.id)))
  expect(await list()).toMatchObject([{ id: line!.id, copies: null }, { copies: { count: 5 } }])
  await hear(`${complaint} :-(`)
  const counts = (await list()).map((each) => each.copies?.count ?? 1)
  expect(new Set(counts)).toEqual(new Set([1, 6]))
  await world.inside((tx) => joinCopies(tx, on(line!.id)))
  expect(await list()).toMatchObject([{ copies: { count: 7 } }])
  const events = await world.inside((tx) =>
    tx
      .selectFrom('event')
      .select('name')
      .where('conversationId', '=', line!.id)
      .where('name', 'like', 'conversation.%cop%')
      .execute(),
  )
  expect(events).toEqual([{ name: 'conversation.copies_joined' }])
})

test('whoever writes again is more than a copy, and stands by themselves', async () => {
  await hear(...storm)
  const [line] = await list()
  const post = await world.inside((tx) =>
    tx
      .selectFrom('message')
      .innerJoin('post', 'post.id', 'message.postId')
      .where('conversationId', '=', line!.id)
      .select(['post.externalId', 'post.author'])
      .executeTakeFirstOrThrow(),
  )
  await aPost(world, { text: 'Hello? Is nobody there?', inReplyTo: post.externalId, author: post.author })
  await hear()
  const alone = (await list()).find((each) => each.id === line!.id)
  expect(alone).toMatchObject({ copies: null, text: 'Hello? Is nobody there?' })
})
