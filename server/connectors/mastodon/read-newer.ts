import type { Heard } from '../../model/post.ts'
import { NotThere } from '../ask-json.ts'
import { askServer } from './ask-server.ts'
import { isChanged, isKnown, passed, postIdOf, withoutPosts } from './place.ts'
import type { Entry, Place } from './place.ts'
import { readPage } from './read-page.ts'
import type { Page, Reading } from './read-page.ts'

export interface Step {
  heard: Heard[]
  place: Place
  /** Age of the last post of a step that is not the newest yet. */
  behindSince?: Date
  note?: string
}

const mostPagesBack = 25
const mostChecks = 5
/** A shorter page holds all there is. */
const wholePage = 20

/**
 * What a timeline holds beyond a place, oldest first, in steps that can each be kept. The newest page is read first: when
 * it holds an entry we know, nothing lies between, and it tells of changes and deletions, too. Else the gap is read from
 * its old end (`min_id`), or, where the server does not offer that, collected backwards.
 */
export async function* readNewer(reading: Reading, start: Place | undefined): AsyncGenerator<Step> {
  const newest = await readPage(reading)
  let place = start
  if (place && isGap(reading, newest, place)) {
    for await (const step of readGap(reading, newest, place)) {
      place = step.place
      yield step
    }
  }
  const gone = place ? await findGone(reading, newest, place) : { checked: [], deleted: [] }
  const known = place ? withoutPosts(place, gone.checked) : undefined
  const fresh = newest.entries.filter((entry) => !isKnown(place, entry.id)).reverse()
  const changed = known ? newest.entries.filter((entry) => isChanged(known, entry)) : []
  const reached = newest.pages.newer ?? newest.ids[0]
  const deleted = gone.deleted.map((externalId): Heard => ({ kind: 'deleted', externalId }))
  yield {
    heard: [...[...changed, ...fresh].map(heardOf), ...deleted],
    place: passed(remember(known, changed), fresh, reached),
    ...(newest.unreadable > 0 && { note: `${newest.unreadable} posts of ${reading.timeline.name} could not be read.` }),
  }
}

function isGap({ timeline }: Reading, newest: Page, place: Place): boolean {
  return timeline.kind !== 'search' && newest.ids.length > 0 && !touches(newest, place)
}

function touches(page: Page, place: Place): boolean {
  return page.ids.some((id) => isKnown(place, id) || id === place.newest)
}

async function* readGap(reading: Reading, newest: Page, start: Place): AsyncGenerator<Step> {
  let place = start
  while (place.newest !== undefined) {
    const page = await readPage(reading, { min_id: place.newest })
    const first = page.ids[0]
    if (first === undefined) return
    // The page beside the newest one, or one we know: the server does not walk forward from where we ask.
    const standsStill = first === newest.ids[0] || touches(page, place)
    if (standsStill) break
    const heard = page.entries.toReversed()
    place = passed(place, heard, page.pages.newer ?? first)
    const behindSince = heard.at(-1)?.post.createdAt
    yield { heard: heard.map(heardOf), place, ...(behindSince && { behindSince }) }
    if (page.ids.some((id) => newest.ids.includes(id))) return
  }
  yield* readBackwards(reading, newest, place)
}

async function* readBackwards(reading: Reading, newest: Page, place: Place): AsyncGenerator<Step> {
  const { missed, isWhole } = await collectMissed(reading, newest, place)
  const note = `More than ${missed.length} posts were missed in ${reading.timeline.name}; the oldest of them were left out.`
  const entries = missed.toReversed()
  if (entries.length > 0)
    yield { heard: entries.map(heardOf), place: passed(place, entries), ...(!isWhole && { note }) }
}

/** What lies between the newest page and what we know, newest first. */
async function collectMissed(reading: Reading, newest: Page, { newest: known, ...place }: Place) {
  const missed: Entry[] = []
  let oldest = newest.pages.older ?? newest.ids.at(-1)
  for (let pages = 0; oldest !== undefined && pages < mostPagesBack; pages += 1) {
    const page = await readPage(reading, { max_id: oldest, ...(known !== undefined && { since_id: known }) })
    const next = page.pages.older ?? page.ids.at(-1)
    const isAtEnd = next === oldest || page.ids.some((id) => isKnown(place, id) || id === known)
    missed.push(...page.entries.filter(({ id }) => !isKnown(place, id) && id !== known))
    oldest = isAtEnd ? undefined : next
  }
  return { missed, isWhole: oldest === undefined }
}

/** Known posts that should stand in the page and do not: asked for one by one, since they may only have been moved. */
async function findGone(reading: Reading, { ids }: Page, place: Place) {
  const there = new Set(ids)
  const begin = ids.length < wholePage ? 0 : place.recent.findIndex(([id]) => there.has(id))
  const isSearch = reading.timeline.kind === 'search'
  const absent = begin < 0 || isSearch ? [] : place.recent.slice(begin).filter(([id]) => !there.has(id))
  const checked = [...new Set(absent.map(postIdOf))].slice(0, mostChecks)
  const deleted = []
  for (const postId of checked) if (await isGone(reading, postId)) deleted.push(postId)
  return { checked, deleted }
}

async function isGone({ asking }: Reading, postId: string): Promise<boolean> {
  try {
    await askServer(asking, `/api/v1/statuses/${encodeURIComponent(postId)}`)
    return false
  } catch (error) {
    if (error instanceof NotThere) return true
    throw error
  }
}

function remember(place: Place | undefined, changed: Entry[]): Place | undefined {
  return place && changed.length > 0 ? passed(place, changed, place.newest) : place
}

function heardOf({ post }: Entry): Heard {
  return { kind: 'post', post }
}
