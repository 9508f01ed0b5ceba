import { sql } from 'kysely'
import type { Keyring } from '../../../access/seal.ts'
import type { Tx } from '../../../db/database.ts'
import type { Work } from '../../../db/workspace.ts'
import { record } from '../../../events.ts'
import { newId } from '../../../lib/id.ts'
import { OutsideError } from '../../../lib/outside-error.ts'
import { readableFrom, type ReadablePost } from '../readable-post.ts'
import { askRefiner, type RefinerDoor, type RefinerLine } from './ask-refiner.ts'
import { chooseUnsure } from './choose-unsure.ts'
import { countDay } from './count-day.ts'
import { UselessAnswer, type Refined } from './read-answer.ts'
import { lineOfRefiner, readRefiner, readersOfRefiner } from './refiner-store.ts'

/** What it takes to ask: the door out, and the keys of this installation. */
export interface RefinerParts extends RefinerDoor {
  keyring: Keyring
}

/** Asked in one go; then others have their turn. */
const atOnce = 5

/** A question that was never settled, by a crash, is let go of after so long. */
const staleMinutes = 10

interface NextAsk {
  line: RefinerLine
  id: string
  readers: ReturnType<typeof readersOfRefiner>
  post: ReadablePost
}

/**
 * Asks a workspace's refiner about posts that people chose and about those on which a reader is unsure, as far as the
 * day's share goes. What it says is kept as proposals; nothing counts until a person takes one. Returns how many were asked.
 */
export async function refinePosts(parts: RefinerParts, work: Work, workspaceId: string): Promise<number> {
  for (let asked = 0; asked < atOnce; asked++) {
    const next = await work((tx) => takeNext(tx, parts.keyring, workspaceId))
    if (!next || parts.signal?.aborted) return asked
    const settled = await answerOf(parts, next)
    await work((tx) => settle(tx, { ...next, workspaceId }, settled))
    if ('fault' in settled) return asked + 1
  }
  return atOnce
}

/** The next question, marked as being asked, so that no two ask it. */
async function takeNext(tx: Tx, keyring: Keyring, workspaceId: string): Promise<NextAsk | undefined> {
  const refiner = await readRefiner(tx, workspaceId)
  if (!refiner?.isOn) return undefined
  await tx
    .updateTable('refinerAsk')
    .set({ state: 'failed', fault: 'Earshot was stopped before an answer came.', settledAt: new Date() })
    .where('workspaceId', '=', workspaceId)
    .where('state', '=', 'asking')
    .where('at', '<', sql<Date>`now() - make_interval(mins => ${staleMinutes})`)
    .execute()
  const wanted = readersOfRefiner(refiner)
  const waits = await nextWaiting(tx, workspaceId)
  if (!waits) {
    const { left } = await countDay(tx, refiner)
    await chooseUnsure(tx, workspaceId, { readers: wanted, most: Math.min(atOnce, left.unsure) })
  }
  const ask = waits ?? (await nextWaiting(tx, workspaceId))
  if (!ask) return undefined
  await tx
    .updateTable('refinerAsk')
    .set({ state: 'asking' })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', ask.id)
    .execute()
  const readers = readersOfRefiner(ask)
  return { line: lineOfRefiner(keyring, refiner), id: ask.id, readers, post: readableFrom(ask) }
}

/** What people chose goes first. */
function nextWaiting(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('refinerAsk')
    .innerJoin('post', (join) =>
      join.onRef('post.workspaceId', '=', 'refinerAsk.workspaceId').onRef('post.id', '=', 'refinerAsk.postId'),
    )
    .where('refinerAsk.workspaceId', '=', workspaceId)
    .where('refinerAsk.state', '=', 'waiting')
    .where('post.deletedAt', 'is', null)
    .select(['refinerAsk.id', 'refinerAsk.readers', 'post.text', 'post.title', 'post.language'])
    .orderBy(sql`refiner_ask.asked_by is null`)
    .orderBy('refinerAsk.id')
    .limit(1)
    .forUpdate('refinerAsk')
    .skipLocked()
    .executeTakeFirst()
}

async function answerOf(
  parts: RefinerParts,
  { line, post, readers }: NextAsk,
): Promise<{ said: Refined } | { fault: string }> {
  try {
    return { said: await askRefiner(parts, line, { post, readers }) }
  } catch (error) {
    if (error instanceof OutsideError || error instanceof UselessAnswer) return { fault: error.message }
    if (parts.signal?.aborted) return { fault: 'Earshot was stopped before an answer came.' }
    throw error
  }
}

async function settle(
  tx: Tx,
  { workspaceId, id: askId, line }: NextAsk & { workspaceId: string },
  settled: { said: Refined } | { fault: string },
): Promise<void> {
  const state = 'said' in settled ? ('answered' as const) : ('failed' as const)
  const [ask] = await tx
    .updateTable('refinerAsk')
    .set({ state, fault: 'fault' in settled ? settled.fault : '', settledAt: new Date() })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', askId)
    .where('state', '=', 'asking')
    .returning('postId')
    .execute()
  // A post that was deleted meanwhile took its question with it.
  if (!ask || !('said' in settled)) return
  const { postId } = ask
  const saidBy = `refiner:${line.model}`
  await tx
    .insertInto('refinerProposal')
    .values(
      settled.said.map(({ reader, label }) => ({
        workspaceId,
        id: newId(),
        askId,
        postId,
        reader,
        label,
        saidBy,
        accepted: null,
        decidedBy: null,
        decidedAt: null,
      })),
    )
    .execute()
  const message = await tx
    .selectFrom('message')
    .select('conversationId')
    .where('workspaceId', '=', workspaceId)
    .where('postId', '=', postId)
    .executeTakeFirst()
  if (!message) return
  const { conversationId } = message
  await record(tx, workspaceId, { name: 'reading.proposed', conversationId, subjectId: postId, details: { postId } })
}
