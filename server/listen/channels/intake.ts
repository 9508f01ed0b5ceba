import { sql } from 'kysely'
import type { InboundAnswer } from '../../../contract/inbound.ts'
import type { Database, Tx } from '../../db/database.ts'
import { inWorkspace } from '../../db/workspace.ts'
import type { Heard } from '../../model/post.ts'
import { noDoor, pausedDoor } from './closed-door.ts'
import { keepPosts, keptIdOf } from './keep-posts.ts'
import type { KeepingChannel } from './keeping-channel.ts'

export interface Delivery {
  /** The sender's own id of this request: the same again gets the first answer. */
  webhookId: string
  heard: Heard[]
  refused: InboundAnswer['refused']
}

export type TakeIn = (channel: KeepingChannel, delivery: Delivery) => Promise<InboundAnswer>

interface Waiting {
  delivery: Delivery
  resolve: (answer: InboundAnswer) => void
  reject: (error: unknown) => void
}

const mostPostsAtOnce = 2_000

/**
 * Takes pushed posts in, many requests a commit: while one commit is under way the next requests of the channel
 * gather. Each request is answered after the commit that holds it, never before.
 */
export function makeIntake(db: Database): TakeIn {
  const waiting = new Map<string, { channel: KeepingChannel; queue: Waiting[]; busy: boolean }>()

  async function work(lane: { channel: KeepingChannel; queue: Waiting[]; busy: boolean }): Promise<void> {
    while (lane.queue.length > 0) {
      const taken = takeSome(lane.queue)
      try {
        const answers = await inWorkspace(db, lane.channel.workspaceId, (tx) =>
          keepAll(
            tx,
            lane.channel,
            taken.map((one) => one.delivery),
          ),
        )
        for (const [index, one] of taken.entries()) one.resolve(answers[index]!)
      } catch (error) {
        for (const one of taken) one.reject(error)
      }
    }
    lane.busy = false
    waiting.delete(lane.channel.id)
  }

  return (channel, delivery) =>
    new Promise((resolve, reject) => {
      const lane = waiting.get(channel.id) ?? { channel, queue: [], busy: false }
      waiting.set(channel.id, lane)
      lane.queue.push({ delivery, resolve, reject })
      if (lane.busy) return
      lane.busy = true
      setImmediate(() => void work(lane))
    })
}

function takeSome(queue: Waiting[]): Waiting[] {
  let posts = 0
  let count = 0
  for (const one of queue) {
    posts += one.delivery.heard.length
    if (count > 0 && posts > mostPostsAtOnce) break
    count += 1
  }
  return queue.splice(0, count)
}

async function keepAll(tx: Tx, channel: KeepingChannel, deliveries: Delivery[]): Promise<InboundAnswer[]> {
  const answers = await firstAnswers(tx, channel, deliveries)
  const fresh = [...new Map(deliveries.toReversed().map((one) => [one.webhookId, one])).values()].filter(
    ({ webhookId }) => !answers.has(webhookId),
  )
  const kept = await keepPosts(
    tx,
    channel,
    fresh.flatMap(({ heard }) => heard),
  )
  for (const { webhookId, heard, refused } of fresh) {
    let accepted = 0
    for (const one of heard) if (kept.acceptedIds.delete(keptIdOf(one))) accepted += 1
    answers.set(webhookId, { accepted, duplicates: heard.length - accepted, refused })
  }
  if (fresh.length > 0) {
    await saveAnswers(tx, channel, fresh, answers)
    await hearThroughOpenDoor(tx, channel)
  }
  return deliveries.map(({ webhookId }) => answers.get(webhookId)!)
}

async function firstAnswers(
  tx: Tx,
  channel: KeepingChannel,
  deliveries: Delivery[],
): Promise<Map<string, InboundAnswer>> {
  const rows = await tx
    .selectFrom('inboundReceipt')
    .select(['webhookId', 'answer'])
    .where('workspaceId', '=', channel.workspaceId)
    .where('channelId', '=', channel.id)
    .where('webhookId', '=', sql<string>`any(${deliveries.map((one) => one.webhookId)}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.webhookId, row.answer]))
}

async function saveAnswers(
  tx: Tx,
  channel: KeepingChannel,
  fresh: Delivery[],
  answers: Map<string, InboundAnswer>,
): Promise<void> {
  const ids = fresh.map((one) => one.webhookId)
  await sql`insert into inbound_receipt (workspace_id, channel_id, webhook_id, answer)
    select ${channel.workspaceId}::uuid, ${channel.id}::uuid, * from unnest(${ids}::text[], ${ids.map((id) => JSON.stringify(answers.get(id)))}::jsonb[])`.execute(
    tx,
  )
}

/** The door was open a moment ago; whether it still is, is decided in the transaction that keeps what came. */
async function hearThroughOpenDoor(tx: Tx, channel: KeepingChannel): Promise<void> {
  const open = await tx
    .updateTable('channel')
    .set({ lastHeardAt: new Date() })
    .where('workspaceId', '=', channel.workspaceId)
    .where('id', '=', channel.id)
    .where('removedAt', 'is', null)
    .returning('state')
    .executeTakeFirst()
  if (!open) throw noDoor()
  if (open.state === 'paused') throw pausedDoor()
}
