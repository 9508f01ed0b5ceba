import { BackOff, Refusal, SignInNeeded, type Outgoing, type Tools } from '../connectors/connector.ts'
import type { Sender } from '../connectors/senders.ts'
import type { Database, Tx } from '../db/database.ts'
import { inWorkspace } from '../db/workspace.ts'
import { outboxLog } from '../log.ts'
import { claimDeliveries } from './claim-deliveries.ts'
import { decideNext, usualPace, type Claimed, type Outcome, type Pace, type Settled } from './delivery.ts'
import { settleDelivery } from './settle-delivery.ts'

export interface Senders {
  /** The connector of a channel with its settings opened; throws when the channel is gone. */
  open(
    workspaceId: string,
    channelId: string,
    signal: AbortSignal,
  ): Promise<{ connector: Sender; tools: Tools<unknown> }>
}

export interface Delivering {
  db: Database
  workspaceId: string
  senders: Senders
  /** Called at each step; tests stop the whole process there. */
  at?: (point: DeliveryPoint) => void
  pace?: Pace
}

/** Every step at which the process may die without anybody being answered twice, or not at all. */
export type DeliveryPoint =
  | 'before claim'
  | 'claim written'
  | 'claim committed'
  | 'opened'
  | 'before send'
  | 'after send'
  | 'before look'
  | 'after look'
  | 'before settle'
  | 'settle written'
  | 'settle committed'

/** Takes up what is due in one workspace, at most `limit`, leaving channels alone that are busy enough. */
export async function takeDue(
  { db, workspaceId, at, pace = usualPace }: Delivering,
  limit: number,
  busyChannels: string[] = [],
): Promise<Claimed[]> {
  at?.('before claim')
  const claimed = await inWorkspace(db, workspaceId, async (tx) => {
    const taken = await claimDeliveries(tx, workspaceId, { limit, busyChannels, leaseSeconds: pace.leaseSeconds })
    if (taken.length > 0) at?.('claim written')
    return taken
  })
  if (claimed.length > 0) at?.('claim committed')
  return claimed
}

/** Tries one claimed delivery, or looks for it, and writes what became of it. */
export async function deliverOne(delivering: Delivering, claimed: Claimed): Promise<void> {
  const { db, workspaceId, at, pace = usualPace } = delivering
  const outcome = await attempt(delivering, claimed)
  at?.('before settle')
  const settled = decideNext(claimed, outcome, { now: new Date(), lookSeconds: pace.lookSeconds })
  const written = await inWorkspace(db, workspaceId, async (tx) => {
    const done = await settleDelivery(tx, workspaceId, claimed, settled)
    at?.('settle written')
    return done
  })
  at?.('settle committed')
  report(claimed, settled, written)
}

async function attempt(delivering: Delivering, claimed: Claimed): Promise<Outcome> {
  const { at, senders, workspaceId, pace = usualPace } = delivering
  const leaseLeft = claimed.leasedUntil.getTime() - Date.now() - pace.marginSeconds * 1000
  const signal = AbortSignal.timeout(Math.max(1, leaseLeft))
  let touched = claimed.task === 'look'
  try {
    const outgoing = await inWorkspace(delivering.db, workspaceId, (tx) => readOutgoing(tx, workspaceId, claimed))
    if (!outgoing) return { outcome: 'failed', reason: 'The message it answers was deleted at its source.' }
    const { connector, tools } = await senders.open(workspaceId, claimed.channelId, signal)
    at?.('opened')
    if (claimed.task === 'look') return await lookFor({ connector, tools }, outgoing, at)
    if (!connector.send) return { outcome: 'failed', reason: `Nothing can be sent on ${connector.label}.` }
    if (signal.aborted) return { outcome: 'retry', reason: 'It took too long to begin.' }
    at?.('before send')
    touched = true
    const outcome = await connector.send(tools, outgoing)
    at?.('after send')
    return outcome
  } catch (error) {
    return outcomeOf(error, touched, claimed.task)
  }
}

async function lookFor(
  { connector, tools }: { connector: Sender; tools: Tools<unknown> },
  outgoing: Outgoing,
  at: Delivering['at'],
): Promise<Outcome> {
  if (!connector.reconcile) return { outcome: 'cannot_look' }
  at?.('before look')
  const outcome = await connector.reconcile(tools, outgoing)
  at?.('after look')
  return outcome
}

/** What a thrown error means. After the first byte only the steering errors are a clear no. */
function outcomeOf(error: unknown, touched: boolean, task: Claimed['task']): Outcome {
  const reason = error instanceof Error ? error.message : String(error)
  const still: Outcome = task === 'look' ? { outcome: 'unknown', reason } : { outcome: 'retry', reason }
  if (error instanceof BackOff)
    return task === 'look'
      ? still
      : { outcome: 'retry', reason: 'The network asked us to wait.', afterSeconds: error.seconds }
  if (error instanceof SignInNeeded) return task === 'look' ? still : { outcome: 'retry', reason, afterSeconds: 300 }
  if (error instanceof Refusal) return task === 'look' ? still : { outcome: 'failed', reason }
  return touched ? { outcome: 'unknown', reason } : { outcome: 'retry', reason }
}

async function readOutgoing(tx: Tx, workspaceId: string, claimed: Claimed): Promise<Outgoing | undefined> {
  const post = await tx
    .selectFrom('post')
    .select(['externalId', 'url', 'author', 'visibility', 'title', 'deletedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('postedAt', '=', new Date(claimed.frozen.inReplyTo.postedAt))
    .where('id', '=', claimed.frozen.inReplyTo.postId)
    .executeTakeFirst()
  if (!post || post.deletedAt) return undefined
  return {
    key: claimed.key,
    replyId: claimed.id,
    conversationId: claimed.conversationId,
    text: claimed.frozen.text,
    author: { name: claimed.frozen.authorName },
    audience: claimed.frozen.audience,
    firstTriedAt: claimed.firstTriedAt,
    inReplyTo: {
      externalId: post.externalId,
      author: post.author,
      visibility: post.visibility,
      ...(post.url === null ? {} : { url: post.url }),
      ...(post.title === null ? {} : { title: post.title }),
    },
  }
}

function report(claimed: Claimed, settled: Settled, written: boolean): void {
  const about = { deliveryId: claimed.id, state: settled.state, reason: settled.reason, attempts: claimed.attempts }
  if (written) outboxLog.info(about, 'delivery settled')
  else outboxLog.warn(about, 'delivery was taken over by another worker; nothing written')
}
