import { expect, test, vi } from 'vitest'
import { conversationQuery } from '../../../contract/conversations.ts'
import { testDatabase } from '../../../tests/database.ts'
import { aConversation, aWorkspace } from '../../../tests/factories.ts'
import { workIn } from '../../db/workspace.ts'
import { keepPosts } from '../../listen/channels/keep-posts.ts'
import { addNote } from '../conversations/add-note.ts'
import { indexMessages } from './index-messages.job.ts'
import { listConversations } from './list-conversations.ts'

const db = await testDatabase()

test('search finds words of posts, notes and people, also unfinished, in any script, and forgets what is deleted', async () => {
  const world = await aWorkspace(db)
  const kettle = await aConversation(world, { text: "My kettle's lid is loose" })
  const train = await aConversation(world, {
    text: '電車が遅れています',
    author: { id: 'yu', handle: '@yu', name: 'Yu' },
  })
  await world.inside((tx) =>
    addNote(
      tx,
      { workspaceId: world.workspaceId, conversationId: train.id, by: world.owner.colleagueId },
      'Refund promised: ACME-77',
    ),
  )
  const found = async (q: string) => {
    const page = await world.inside((tx) => listConversations(tx, world.owner, conversationQuery.parse({ q })))
    return page.items.map((item) => item.id)
  }
  // The job leaves alone what is younger than the oldest transaction still open, be it another test's.
  await vi.waitFor(async () => {
    await indexMessages.run(workIn(db, world.workspaceId), { workspaceId: world.workspaceId, now: new Date() })
    expect(await found('refund')).toEqual([train.id])
  }, 10_000)
  expect(await found('kettle loo')).toEqual([kettle.id])
  expect(await found('電車')).toEqual([train.id])
  expect(await found('refund acme')).toEqual([train.id])
  expect(await found('lindqvist')).toEqual([kettle.id])
  expect(await found("it's & | ! ( ' \\ :*")).toEqual([])
  expect(await found('kettle refund')).toEqual([])
  const channel = { workspaceId: world.workspaceId, id: world.channelId, idSpace: world.idSpace }
  await world.inside((tx) => keepPosts(tx, channel, [{ kind: 'deleted', externalId: kettle.post.externalId }]))
  expect(await found('kettle')).toEqual([])
})
