import { setImmediate as giveWay } from 'node:timers/promises'
import { type Expression, type SqlBool } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { phrasesIn, wordRuns } from '../../lib/plain-words.ts'
import { addTo, emptyGroup, type WordGroup } from '../../lib/standing-words.ts'

/** The newest posts of a set, cut into words and phrases. */
export interface Gathered {
  words: WordGroup
  phrases: WordGroup
  isAll: boolean
}

const mostPosts = 5_000
/** After so many posts everybody else has a turn. */
const atOnce = 200

interface GatheredRow {
  id: string
  title: string | null
  text: string
  copiesId: string | null
}

/** Words of the newest posts under these conditions on `post`; copies count once, and posts in `seen` not at all. */
export async function gatherWords(tx: Tx, conditions: Expression<SqlBool>[], seen: Set<string>): Promise<Gathered> {
  const rows = await readNewest(tx, conditions, mostPosts + seen.size + 1)
  const gathered: Gathered = { words: emptyGroup(), phrases: emptyGroup(), isAll: true }
  for (const [at, row] of rows.entries()) {
    if (gathered.words.posts === mostPosts) return { ...gathered, isAll: false }
    if (at % atOnce === atOnce - 1) await giveWay()
    const key = row.copiesId ?? row.id
    if (seen.has(key)) continue
    seen.add(key)
    const runs = [...wordRuns(row.title ?? ''), ...wordRuns(row.text)]
    addTo(gathered.words, new Set(runs.flat()))
    addTo(gathered.phrases, phrasesIn(runs))
  }
  return gathered
}

function readNewest(tx: Tx, conditions: Expression<SqlBool>[], limit: number): Promise<GatheredRow[]> {
  return tx
    .selectFrom('post')
    .leftJoin('reading', (join) =>
      join.onRef('reading.workspaceId', '=', 'post.workspaceId').onRef('reading.postId', '=', 'post.id'),
    )
    .where((eb) => eb.and(conditions))
    .where('post.ours', '=', false)
    .select(['post.id', 'post.title', 'post.text', 'reading.copiesId'])
    .orderBy('post.postedAt', 'desc')
    .orderBy('post.id', 'desc')
    .limit(limit)
    .execute()
}
