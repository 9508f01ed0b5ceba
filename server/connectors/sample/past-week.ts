import type { Heard } from '../../model/post.ts'
import { between, chanceFor } from './chance.ts'
import { networkOf, type SampleSettings } from './settings.ts'
import { storiesOf } from './stories/all-stories.ts'
import { tellStory, type Told } from './tell-story.ts'

const minute = 60_000
const days = 7

/** Minutes until the next line, from and to: people answer sooner than companies. */
const waits = { they: [8, 200], other: [4, 70], us: [15, 260], edit: [6, 30], gone: [60, 150] } as const

/** What happened at the network, with its time. */
export interface Moment {
  at: Date
  heard: Heard
}

/** Everything said in the seven days before `begun`, oldest first: the same for the same settings and time. */
export function pastWeek(settings: SampleSettings, begun: Date): Moment[] {
  const chance = chanceFor(networkOf(settings), 'past')
  const moments: Moment[] = []
  for (const [index, story] of storiesOf(settings.place).entries()) {
    let at = wakingTime(begun, chance)
    for (const told of tellStory(settings, story, { round: 0, index, copy: 0 })) {
      const [least, most] = waits[told.change === 'post' ? told.speaker : told.change]
      const wait = between(least, most, chance) * minute
      if (told.change !== 'post' || told.post.inReplyTo !== undefined) at = new Date(at.getTime() + wait)
      if (at >= begun) break
      moments.push({ at, heard: heardAt(told, at) })
    }
  }
  return moments.sort((one, other) => one.at.getTime() - other.at.getTime())
}

/** A told line as the network's listener hears it. An edited post keeps the time it was written at only by its id. */
export function heardAt({ change, post }: Told, at: Date): Heard {
  if (change === 'gone') return { kind: 'deleted', externalId: post.externalId }
  return { kind: 'post', post: { ...post, createdAt: at, ...(change === 'edit' ? { editedAt: at } : {}) } }
}

/** Some time of the last days, seldom at night. */
function wakingTime(begun: Date, chance: () => number): Date {
  for (;;) {
    const at = new Date(begun.getTime() - (0.005 + chance() * 0.99) * days * 24 * 60 * minute)
    const isNight = at.getUTCHours() < 5 || at.getUTCHours() > 21
    if (!isNight || chance() < 0.1) return at
  }
}
