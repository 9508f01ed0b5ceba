import { array, assert, asyncProperty, constantFrom } from 'fast-check'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { aConversation, aWorkspace, readAs, theyWrite } from '../../../tests/factories.ts'
import { Problem } from '../../access/problem.ts'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../lib/id.ts'
import { turnAfter } from '../../model/turn-machine.ts'
import { bringBack } from './bring-back.ts'
import { changeTurn } from './change-turn.ts'
import { endByCustomer } from './end-by-customer.ts'
import { letRest } from './let-rest.ts'
import { noteReplyQueued } from './note-reply-queued.ts'
import { noteReplyTakenBack } from './note-reply-taken-back.ts'
import { readTurnEvents } from './read-turn-events.ts'
import { setAside } from './set-aside.ts'

const db = await testDatabase()
const world = await aWorkspace(db)
const by = world.owner.colleagueId
const { workspaceId } = world

const steps = [
  'they write',
  'they thank',
  'reply',
  'reply, still ours',
  'take back',
  'set aside',
  'bring back',
  'rest',
  'wake',
  'end',
  'ours by hand',
  'theirs by hand',
] as const
type Step = (typeof steps)[number]

test('after any acts in any order: the turn kept is the turn rebuilt, a clock runs exactly while it is ours', async () => {
  await assert(
    asyncProperty(array(constantFrom(...steps), { minLength: 1, maxLength: 12 }), async (taken) => {
      const { id, messageId, post } = await aConversation(world)
      const on = { workspaceId, conversationId: id, by }
      const replies: string[] = []
      const acts: Record<Step, () => Promise<unknown>> = {
        'they write': () => theyWrite(world, post),
        'they thank': () => theyWrite(world, post, {}, { reading: readAs('thanks') }),
        reply: async () => replies.push(await reply(on, 'theirs')),
        'reply, still ours': async () => replies.push(await reply(on, 'ours')),
        'take back': async () => {
          const last = replies.pop()
          if (last) await world.inside((tx) => noteReplyTakenBack(tx, on, last))
        },
        'set aside': () => inside((tx) => setAside(tx, on, { reason: 'spam' })),
        'bring back': () => inside((tx) => bringBack(tx, on, 'setAside')),
        rest: () => inside((tx) => letRest(tx, on)),
        wake: () => inside((tx) => bringBack(tx, on, 'rest')),
        end: () => inside((tx) => endByCustomer(tx, on, { messageId })),
        'ours by hand': () => inside((tx) => changeTurn(tx, on, 'ours')),
        'theirs by hand': () => inside((tx) => changeTurn(tx, on, 'theirs')),
      }
      for (const step of taken) await acts[step]()
      await mustAgree(id)
    }),
    {
      examples: [
        [['set aside', 'reply, still ours', 'take back', 'bring back']],
        [['rest', 'reply', 'take back', 'wake']],
        [['reply', 'set aside', 'take back', 'bring back']],
      ],
      numRuns: 50,
    },
  )
}, 120_000)

/** What is refused (a turn by hand on an ended conversation) changes nothing. */
async function inside(act: (tx: Tx) => Promise<void>): Promise<void> {
  await world.inside(act).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error
  })
}

async function reply(on: { workspaceId: string; conversationId: string; by: string }, turn: 'ours' | 'theirs') {
  const messageId = newId()
  await world.inside(async (tx) => {
    const message = { id: messageId, direction: 'out' as const, at: new Date(), colleagueId: by, text: 'Which model?' }
    await tx
      .insertInto('message')
      .values({ workspaceId, conversationId: on.conversationId, ...message })
      .execute()
    await noteReplyQueued(tx, on, { messageId, text: message.text, turn })
  })
  return messageId
}

async function mustAgree(id: string): Promise<void> {
  await world.inside(async (tx) => {
    const kept = await tx.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(kept.turn).toBe(turnAfter(await readTurnEvents(tx, { workspaceId, conversationId: id })))
    const clock = await tx.selectFrom('clock').select('dueAt').where('conversationId', '=', id).executeTakeFirst()
    expect(clock !== undefined).toBe(kept.turn === 'ours')
    const states = await tx
      .selectFrom('setAside')
      .select('conversationId')
      .where('conversationId', '=', id)
      .unionAll(tx.selectFrom('rest').select('conversationId').where('conversationId', '=', id))
      .execute()
    expect(states.length).toBe(kept.turn === 'set_aside' || kept.turn === 'resting' ? 1 : 0)
    const messages = await tx
      .selectFrom('message')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('conversationId', '=', id)
      .where('takenBackAt', 'is', null)
      .executeTakeFirstOrThrow()
    expect(kept.messageCount).toBe(Number(messages.count))
  })
}
