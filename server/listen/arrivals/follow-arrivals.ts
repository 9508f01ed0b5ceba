import type { Database, Tx } from '../../db/database.ts'
import { inWorkspace } from '../../db/workspace.ts'
import { inLanes } from '../../lib/lanes.ts'
import { pipelineLog } from '../../log.ts'
import { readArrivals, readTrying, savePlace, saveTrying, takeTurn, type QueuedArrival } from './arrival-store.ts'
import { shelvePost } from './shelve-post.ts'
import { readStoredPosts, type StoredPost } from './stored-post.ts'

/** A kept post, and what happened to it. One that went meanwhile is told as deleted. */
export interface Arrived {
  post: StoredPost
  change: QueuedArrival['change']
}

/**
 * The way of some posts, in their order, in one transaction of their workspace. Must be repeatable: a crash repeats a
 * batch.
 */
export type Handle = (tx: Tx, workspaceId: string, arrived: Arrived[]) => Promise<void>

interface Following {
  db: Database
  workspaceId: string
  handle: Handle
}

const batchSize = 200
/** Posts in one transaction: few, so that what they change is seen soon by whoever follows changes. */
const together = 25
const lanes = 4
const tries = 5

/**
 * Takes the next batch of kept posts of a workspace the whole way, in order per thread, and then moves the saved
 * place. A post that fails is tried five times, also across crashes of the whole process, then shelved where a
 * person sees it; the others go on. Returns how many arrivals it finished; 0 when there was nothing to do.
 */
export function followArrivals(following: Following): Promise<number> {
  const { db, workspaceId } = following
  return inWorkspace(db, workspaceId, async (guard) => {
    if (!(await takeTurn(guard, workspaceId))) return 0
    const arrivals = await readArrivals(guard, workspaceId, batchSize)
    const [first, last] = [arrivals[0], arrivals.at(-1)]
    if (!first || !last) return 0
    const crashed = await readTrying(guard, workspaceId)
    if (crashed) for (const arrival of arrivals) await tryCarefully(following, arrival)
    else {
      await inWorkspace(db, workspaceId, (tx) => saveTrying(tx, workspaceId, { place: first.place, times: 1 }))
      await inLanes(arrivals, { lanes, keysOf }, (lane) => takeLane(following, lane))
    }
    await savePlace(guard, workspaceId, last)
    return arrivals.length
  })
}

/** Posts of one thread go in order; those of one author together, so that two lanes never wait for each other's people. */
function keysOf({ idSpace, threadKey, authorId }: QueuedArrival): string[] {
  return [`thread ${idSpace} ${threadKey}`, `author ${idSpace} ${authorId}`]
}

/** A lane's share of the batch, some posts a transaction; when that fails, each of them by itself. */
async function takeLane(following: Following, lane: QueuedArrival[]): Promise<void> {
  for (let at = 0; at < lane.length; at += together) {
    const some = lane.slice(at, at + together)
    try {
      await take(following, some)
    } catch (error) {
      pipelineLog.warn({ workspaceId: following.workspaceId, err: error }, 'some posts failed together; trying each')
      for (const arrival of some) await tryOne(following, arrival, 1)
    }
  }
}

async function take({ db, workspaceId, handle }: Following, arrivals: QueuedArrival[]): Promise<void> {
  await inWorkspace(db, workspaceId, async (tx) => {
    const posts = await readStoredPosts(tx, workspaceId, arrivals)
    const arrived = arrivals.flatMap(({ postId, change }): Arrived[] => {
      const post = posts.get(postId)
      return post ? [{ post, change: post.deletedAt ? 'deleted' : change }] : []
    })
    await handle(tx, workspaceId, arrived)
  })
}

async function tryOne(following: Following, arrival: QueuedArrival, triedBefore: number): Promise<void> {
  for (let times = triedBefore + 1; ; times++) {
    try {
      return await take(following, [arrival])
    } catch (error) {
      if (times >= tries) return shelve(following, arrival, { error, attempts: times })
    }
  }
}

/** After a start that found unfinished work: every post is counted before it is tried. */
async function tryCarefully(following: Following, arrival: QueuedArrival): Promise<void> {
  const { db, workspaceId } = following
  const times = await inWorkspace(db, workspaceId, async (tx) => {
    const before = await readTrying(tx, workspaceId)
    const counted = before?.place === arrival.place ? before.times + 1 : 1
    await saveTrying(tx, workspaceId, { place: arrival.place, times: counted })
    return counted
  })
  if (times <= tries) return tryOne(following, arrival, times - 1)
  const error = new Error('the whole program stopped while it read this post')
  await shelve(following, arrival, { error, attempts: tries })
}

function shelve(
  { db, workspaceId }: Following,
  arrival: QueuedArrival,
  failure: { error: unknown; attempts: number },
): Promise<void> {
  return inWorkspace(db, workspaceId, (tx) => shelvePost(tx, workspaceId, arrival, failure))
}
