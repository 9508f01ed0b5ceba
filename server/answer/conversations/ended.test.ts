import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { aConversation, aWorkspace, refusalOf, theyWrite } from '../../../tests/factories.ts'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../lib/id.ts'
import { addNote } from './add-note.ts'
import { changeTurn } from './change-turn.ts'
import { endByCustomer, type EndingEvidence } from './end-by-customer.ts'
import { letRest } from './let-rest.ts'
import { setAside } from './set-aside.ts'

const db = await testDatabase()
const world = await aWorkspace(db)
const by = world.owner.colleagueId
const on = (conversationId: string) => ({ workspaceId: world.workspaceId, conversationId, by })

function read(id: string) {
  return world.inside((tx) => tx.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}
const end = (id: string, evidence: EndingEvidence) => world.inside((tx) => endByCustomer(tx, on(id), evidence))
const stated = { statedBy: 'Mara', words: 'All is well, thank you', at: new Date() }

describe('a conversation ends', () => {
  test('by a message of the customer', async () => {
    const { id, messageId } = await aConversation(world)
    await end(id, { messageId })
    expect(await read(id)).toMatchObject({ turn: 'ended' })
  })

  test('by a wish that somebody took down, from wherever it was', async () => {
    const aside = await aConversation(world)
    await world.inside((tx) => setAside(tx, on(aside.id), { reason: 'not_ours' }))
    const resting = await aConversation(world)
    await world.inside((tx) => letRest(tx, on(resting.id)))
    for (const { id } of [aside, resting]) {
      await end(id, stated)
      expect((await read(id)).turn).toBe('ended')
      const left = await world.inside((tx) =>
        tx
          .selectFrom('setAside')
          .select('conversationId')
          .where('conversationId', '=', id)
          .unionAll(tx.selectFrom('rest').select('conversationId').where('conversationId', '=', id))
          .execute(),
      )
      expect(left).toEqual([])
    }
  })

  test('by the tap of the customer', async () => {
    const { id } = await aConversation(world)
    const tapId = newId()
    const { workspaceId } = world
    await world.inside((tx) =>
      tx.insertInto('tap').values({ workspaceId, id: tapId, conversationId: id, place: 'widget' }).execute(),
    )
    await end(id, { tapId })
    expect((await read(id)).turn).toBe('ended')
  })

  test('once: the first evidence stays', async () => {
    const { id, messageId, post } = await aConversation(world)
    await end(id, { messageId })
    const { endingId } = await read(id)
    const later = await theyWrite(world, post, {}, { reading: { closing: { label: 'thanks', confidence: 1 } } })
    await end(id, { messageId: later.messageId })
    expect((await read(id)).endingId).toBe(endingId)
  })
})

describe('what is no evidence is refused, with its field', () => {
  test('a note of ours', async () => {
    const { id } = await aConversation(world)
    const messageId = await world.inside((tx) => addNote(tx, on(id), 'They are happy, close it'))
    expect(await refusalOf(end(id, { messageId }))).toMatchObject({ status: 422, field: 'evidence.messageId' })
  })
  test("a message of another conversation, and a thing that isn't there", async () => {
    const { id } = await aConversation(world)
    const other = await aConversation(world)
    for (const messageId of [other.messageId, newId()]) {
      expect(await refusalOf(end(id, { messageId }))).toMatchObject({ status: 422, field: 'evidence.messageId' })
    }
    expect(await refusalOf(end(id, { tapId: newId() }))).toMatchObject({ status: 422, field: 'evidence.tapId' })
  })
  test('a wish without words, or one that lies ahead', async () => {
    const { id } = await aConversation(world)
    expect(await refusalOf(end(id, { ...stated, words: ' ' }))).toMatchObject({ field: 'evidence.words' })
    const ahead = new Date(Date.now() + 3_600_000)
    expect(await refusalOf(end(id, { ...stated, at: ahead }))).toMatchObject({ field: 'evidence.at' })
    expect((await read(id)).turn).toBe('ours')
  })
})

describe('nothing else ends it, not even SQL', () => {
  const attempts: Record<string, (tx: Tx, id: string, messageId: string) => Promise<unknown>> = {
    'the bare turn': (tx, id) => sql`update conversation set turn = 'ended' where id = ${id}`.execute(tx),
    'an ending that does not exist': (tx, id) =>
      sql`update conversation set turn = 'ended', ending_id = ${newId()} where id = ${id}`.execute(tx),
    'an ending without evidence': (tx, id) =>
      sql`insert into ending (workspace_id, id, conversation_id) values (${world.workspaceId}, ${newId()}, ${id})`.execute(
        tx,
      ),
    'a stated wish without words': (tx, id) =>
      sql`insert into ending (workspace_id, id, conversation_id, stated_by, stated_words, stated_at)
        values (${world.workspaceId}, ${newId()}, ${id}, 'Mara', '', now())`.execute(tx),
    'our own words taken for theirs': async (tx, id) => {
      const note = await addNote(tx, on(id), 'close it')
      return sql`insert into ending (workspace_id, id, conversation_id, message_id, message_direction)
        values (${world.workspaceId}, ${newId()}, ${id}, ${note}, 'in')`.execute(tx)
    },
    'a message whose direction is left out': (tx, id, messageId) =>
      sql`insert into ending (workspace_id, id, conversation_id, message_id)
        values (${world.workspaceId}, ${newId()}, ${id}, ${messageId})`.execute(tx),
    'a new conversation that is born ended': (tx, id) =>
      sql`insert into conversation (workspace_id, id, channel_id, id_space, thread_key, person_id, turn, last_activity_at)
        select workspace_id, ${newId()}, channel_id, id_space, ${newId()}, person_id, 'ended', now()
        from conversation where id = ${id}`.execute(tx),
    'the ending of another conversation': async (tx, id) => {
      const endingId = newId()
      const { id: other } = await tx
        .selectFrom('conversation')
        .select('id')
        .where('id', '!=', id)
        .limit(1)
        .executeTakeFirstOrThrow()
      await sql`insert into ending (workspace_id, id, conversation_id, stated_by, stated_words, stated_at)
        values (${world.workspaceId}, ${endingId}, ${other}, 'Mara', 'done', now())`.execute(tx)
      return sql`update conversation set turn = 'ended', ending_id = ${endingId} where id = ${id}`.execute(tx)
    },
  }
  test.each(Object.keys(attempts))('%s', async (name) => {
    const { id, messageId } = await aConversation(world)
    await expect(world.inside((tx) => attempts[name]!(tx, id, messageId))).rejects.toMatchObject({
      code: expect.stringMatching(/^23/),
    })
    expect((await read(id)).turn).toBe('ours')
  })

  test('and what is ended is not turned, set aside or laid to rest by hand', async () => {
    const { id, messageId } = await aConversation(world)
    await end(id, { messageId })
    const acts: ((tx: Tx) => Promise<void>)[] = [
      (tx) => changeTurn(tx, on(id), 'ours'),
      (tx) => setAside(tx, on(id), { reason: 'spam' }),
      (tx) => letRest(tx, on(id)),
    ]
    for (const act of acts) expect(await refusalOf(world.inside(act))).toMatchObject({ status: 409, code: 'ended' })
  })
})
