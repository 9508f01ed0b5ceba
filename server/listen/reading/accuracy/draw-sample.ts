import { sql } from 'kysely'
import type { ReaderName } from '../../../../contract/reader-kinds.ts'
import type { SampleView } from '../../../../contract/readings.ts'
import type { Who } from '../../../access/who.ts'
import { lineOf } from '../../../db/apply-line.ts'
import type { Tx } from '../../../db/database.ts'
import { readLines } from '../lines/read-lines.ts'
import { presentPost, readShownPosts } from '../shown-posts.ts'
import { isVisiblePost } from '../visible-posts.ts'

const atOnce = 10
const days = 30

/** Drawn from so many of the newest readings. */
const mostReadings = 20_000

/**
 * Posts of the last 30 days drawn by chance among those that the reader spoke of above its line and nobody has judged yet.
 * The same `seed` draws the same posts, so that a list does not change while somebody works through it.
 */
export async function drawSample(
  tx: Tx,
  who: Who,
  { reader, seed }: { reader: ReaderName; seed: number },
): Promise<SampleView> {
  const line = lineOf(reader, await readLines(tx, who.workspaceId))
  const newest = tx
    .selectFrom('reading')
    .where('reading.workspaceId', '=', who.workspaceId)
    .where('reading.at', '>', sql<Date>`now() - make_interval(days => ${days})`)
    .select(['reading.postId', sql<SaidReading | null>`reading.readings -> ${reader}`.as('said')])
    .orderBy('reading.at', 'desc')
    .limit(mostReadings)
  const drawn = await tx
    .selectFrom(newest.as('newest'))
    .select(['newest.postId', 'newest.said'])
    .where(sql<boolean>`newest.said ->> 'label' <> 'unknown' and (newest.said ->> 'confidence')::float8 >= ${line}`)
    .where((eb) => isVisiblePost(who, eb.ref('newest.postId')))
    .where((eb) => eb.not(eb.exists(judged(who, reader))))
    .orderBy(sql`md5(newest.post_id::text || ${String(seed)})`)
    .limit(atOnce)
    .execute()
  const posts = await readShownPosts(
    tx,
    who,
    drawn.map((row) => row.postId),
  )
  return { items: drawn.flatMap(({ postId, said }) => present(posts.get(postId), said)) }
}

interface SaidReading {
  label: string
  confidence: number
  evidence?: { start: number; end: number; part?: string }[]
  reader?: string
}

/** What somebody has said already of the post beside it. */
function judged(who: Who, reader: ReaderName) {
  return sql<{ one: number }>`(select 1 as one from correction where correction.workspace_id = ${who.workspaceId}
    and correction.post_id = newest.post_id and correction.reader = ${reader} and correction.taken_back_at is null)`
}

function present(post: Parameters<typeof presentPost>[0] | undefined, said: SaidReading | null): SampleView['items'] {
  if (!post || !said) return []
  const { label, confidence, evidence = [], reader: version = null } = said
  return [
    {
      post: { ...presentPost(post), title: post.title },
      label,
      confidence,
      evidence: evidence.map(({ start, end, part }) => ({ start, end, ...(part !== undefined && { part }) })),
      version,
    },
  ]
}
