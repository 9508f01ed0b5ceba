import type { Tx } from '../../db/database.ts'
import type { Work } from '../../db/workspace.ts'
import { listenLog } from '../../log.ts'
import type { WordCounts } from './word-counts.ts'
import { makeWordCounter } from './word-counts.ts'

/** Word counts of the workspaces that asked lately, in memory. */
export interface KeptWordCounts {
  /**
   * The counts of a workspace. They are made beside the request, in short transactions, and made anew in the background when
   * they are older than ten minutes. Undefined while the first are not there after `mostMilliseconds`.
   */
  of(workspaceId: string, work: Work, mostMilliseconds: number): Promise<WordCounts | undefined>
}

const mostPosts = 20_000
const page = 1_000
const days = 30
const freshMilliseconds = 600_000
const mostWorkspaces = 50

interface Kept {
  counts?: WordCounts
  at: number
  making?: Promise<void> | undefined
}

export function keepWordCounts(now: () => number = Date.now): KeptWordCounts {
  const workspaces = new Map<string, Kept>()
  return {
    async of(workspaceId, work, mostMilliseconds) {
      const kept = workspaces.get(workspaceId) ?? { at: 0 }
      // Set anew, so that the one that was asked for longest ago stands first.
      workspaces.delete(workspaceId)
      workspaces.set(workspaceId, kept)
      for (const id of workspaces.keys()) if (workspaces.size > mostWorkspaces) workspaces.delete(id)
      if (now() - kept.at > freshMilliseconds) kept.making ??= renew(kept, work, now)
      if (!kept.counts && kept.making) await Promise.race([kept.making, pause(mostMilliseconds)])
      return kept.counts
    },
  }
}

async function renew(kept: Kept, work: Work, now: () => number): Promise<void> {
  try {
    kept.counts = await countWords(work, new Date(now()))
    kept.at = now()
  } catch (error) {
    // Without them a check says less; the next one tries again.
    listenLog.warn({ error: String(error) }, 'The words of the last 30 days could not be counted.')
  } finally {
    kept.making = undefined
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })
}

/** Counts the words of the newest posts of the last 30 days that others wrote and that are still there. */
async function countWords(work: Work, now: Date): Promise<WordCounts> {
  const counter = makeWordCounter()
  const from = new Date(now.getTime() - days * 86_400_000)
  let place: Row | undefined
  for (let looked = 0; looked < mostPosts; looked += page) {
    const rows = await work((tx) => readPosts(tx, from, place))
    for (const row of rows) counter.add(row)
    place = rows.at(-1)
    if (rows.length < page) break
  }
  return counter.counts()
}

type Row = Awaited<ReturnType<typeof readPosts>>[number]

function readPosts(tx: Tx, from: Date, place: { postedAt: Date; id: string } | undefined) {
  return tx
    .selectFrom('post')
    .select(['id', 'postedAt', 'title', 'text', 'mediaDescriptions'])
    .where('postedAt', '>=', from)
    .where('deletedAt', 'is', null)
    .where('ours', '=', false)
    .$if(place !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('postedAt', 'id'), '<', eb.tuple(place!.postedAt, place!.id))),
    )
    .orderBy('postedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(page)
    .execute()
}
