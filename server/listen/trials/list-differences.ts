import type { z } from 'zod'
import type { SampleView, differencePage, differenceQuestion } from '../../../contract/topic-trials.ts'
import { placeAfter } from '../../access/place-after.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { packPageKey } from '../../lib/page-key.ts'
import { indexOf, tried, used } from './begin-trial.ts'
import type { PostPlace } from './choose-samples.ts'
import { lookAt, refuseGone } from './look-at.ts'
import type { Place } from './read-backwards.ts'
import { lastId, readBackwards } from './read-backwards.ts'
import { marksByPost, readMarks } from './read-marks.ts'
import { readSamples } from './read-samples.ts'
import { readTrialQuery } from './trial-query.ts'
import { columnsFor, readChannels } from './trial-row.ts'
import { lastThirtyDays } from './trial-time.ts'
import type { Asked } from './try-query.ts'

type Page = z.infer<typeof differencePage>
type Body = z.output<typeof differenceQuestion>

const milliseconds = 800
const page = 5_000
const mostMarks = 1_000

/**
 * The posts that a query finds and the version in use does not (`added`), or the other way round (`removed`), the newest
 * first. An answer looks for about a second: it may be short and still have a next page.
 */
export async function listDifferences(
  tx: Tx,
  who: Who,
  { body, now, signal, channelKinds }: Asked<Body>,
): Promise<Page> {
  const { query: text, topicId, which, limit, after } = body
  const time = lastThirtyDays(now)
  const key = placeAfter(after, 'time', 'id')
  const begin = key ? { at: new Date(key[0]), id: key[1] } : { at: time.to, id: lastId }
  const { query, topic } = await readTrialQuery(tx, who, { query: text, topicId, channelKinds })
  if (!query || !topic?.used) return { items: [], next: null, lookedTo: time.from.toISOString() }
  const queries = [query, topic.used]
  const index = indexOf(query, topic)
  const looking = { index, channels: await readChannels(tx), signal }
  const [wanted, other] = which === 'added' ? [tried, used] : [used, tried]
  const sought = { limit, isSought: (keys: readonly string[]) => keys.includes(wanted) && !keys.includes(other) }
  const read = (place: Place) =>
    readBackwards(tx, place, {
      from: time.from,
      limit: page,
      columns: columnsFor(queries),
      workspaceId: who.workspaceId,
    })
  const { found, place } = await search(looking, begin, { read, ...sought })
  const marks = marksByPost(await readMarks(tx, [topicId], mostMarks))
  const items: SampleView[] = await readSamples(tx, found, { index, key: wanted, marks })
  const next = place ? packPageKey([place.at, place.id]) : null
  return { items, next, lookedTo: (place?.at ?? time.from).toISOString() }
}

interface Search {
  read: (place: Place) => ReturnType<typeof readBackwards>
  limit: number
  isSought: (keys: readonly string[]) => boolean
}

/** Looks until there are enough, or the time is up; `place` is where to go on, undefined at the end. */
async function search(
  looking: Parameters<typeof lookAt>[0],
  begin: Place,
  { read, limit, isSought }: Search,
): Promise<{ found: PostPlace[]; place: Place | undefined }> {
  const deadline = performance.now() + milliseconds
  const found: PostPlace[] = []
  let place = begin
  while (true) {
    const rows = await read(place)
    refuseGone(looking.signal)
    const isEnough = () => found.length >= limit || performance.now() > deadline
    await lookAt(looking, rows, (row, keys) => {
      place = { at: row.postedAt, id: row.id }
      if (isSought(keys)) found.push({ id: row.id, postedAt: row.postedAt })
      return !isEnough()
    })
    const last = rows.at(-1)
    if (rows.length < page && (!last || last.id === place.id)) return { found, place: undefined }
    if (isEnough()) return { found, place }
  }
}
