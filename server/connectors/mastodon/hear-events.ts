import type { Heard } from '../../model/post.ts'
import type { MastodonCursor } from './place.ts'
import { isChanged, isKnown, passed, postIdOf, withoutPosts } from './place.ts'
import type { Entry, Place } from './place.ts'
import { keyOf } from './open-lines.ts'
import type { LineEvent } from './open-lines.ts'
import type { OwnAccount } from './parse.ts'
import { readStreamEvent } from './stream-event.ts'
import type { Told } from './stream-event.ts'
import type { Timeline } from './timeline.ts'

interface Hearing {
  us: OwnAccount
  timelines: Timeline[]
  /** Its places move with what is heard. */
  cursor: MastodonCursor
}

/** What open lines told, in order, as heard things; what the lists have told already is left out. */
export function hearEvents(hearing: Hearing, events: LineEvent[]): Heard[] {
  return events.flatMap(({ stream, event }) => {
    const told = readStreamEvent(event, hearing.us)
    const timelines = hearing.timelines.filter((timeline) => timeline.stream && keyOf(timeline.stream) === stream)
    return told ? (hear(hearing, timelines, told) ?? []) : []
  })
}

function hear(hearing: Hearing, timelines: Timeline[], told: Told): Heard | undefined {
  switch (told.kind) {
    case 'new':
      return hearNew(hearing, timelines, told)
    case 'changed':
      return hearChange(hearing, timelines, told.entry)
    case 'deleted':
      changePlaces(hearing, (place) => withoutPosts(place, [told.externalId]))
      return { kind: 'deleted', externalId: told.externalId }
    case 'look':
      for (const { name } of timelines) hearing.cursor.places[name] = { ...placeOf(hearing, name), askedAt: 0 }
      return undefined
    default:
      return told satisfies never
  }
}

function hearNew(hearing: Hearing, timelines: Timeline[], told: Told & { kind: 'new' }): Heard | undefined {
  const kind = told.by === 'notification' ? 'notifications' : 'statuses'
  const timeline = timelines.find((each) => each.kind === kind)
  if (!timeline) return undefined
  const { entry } = told
  const place = placeOf(hearing, timeline.name)
  if (isKnown(place, entry.id) && !isChanged(place, entry)) return undefined
  hearing.cursor.places[timeline.name] = passed(place, [entry])
  return { kind: 'post', post: entry.post }
}

/** The user's line tells of changes to everything in the home timeline, also when only mentions are wanted. */
function hearChange(hearing: Hearing, timelines: Timeline[], entry: Entry): Heard | undefined {
  const { post } = entry
  const knows = (place: Place) => place.recent.some((one) => postIdOf(one) === post.externalId)
  const isWanted = timelines.some(({ kind }) => kind === 'statuses') || post.addressedToUs
  if (!isWanted && !Object.values(hearing.cursor.places).some(knows)) return undefined
  changePlaces(hearing, (place) => {
    const [id] = place.recent.find((one) => postIdOf(one) === post.externalId) ?? []
    return id === undefined ? place : passed(place, [{ id, post }], place.newest)
  })
  return { kind: 'post', post }
}

function placeOf({ cursor }: Hearing, name: string): Place {
  return cursor.places[name] ?? { recent: [] }
}

function changePlaces({ cursor }: Hearing, change: (place: Place) => Place): void {
  for (const [name, place] of Object.entries(cursor.places)) cursor.places[name] = change(place)
}
