import { chanceFor, shuffle } from './chance.ts'
import { networkOf, type SampleSettings } from './settings.ts'
import { type PlacedStory, storiesOf } from './stories/all-stories.ts'
import { tellStory, type Told } from './tell-story.ts'

/** Talk that has nothing to do with us comes so much oftener than the rest, as it does outside. */
const chatterCopies = 8

/**
 * One round of what is said from now on: every story once more, with other people and words, in another order. A story
 * goes on up to where we would answer; what follows then depends on what we say.
 */
export function liveRound(settings: SampleSettings, round: number): Told[] {
  const stories = storiesOf(settings.place).flatMap((story, index) =>
    Array.from({ length: story.kind === 'chatter' ? chatterCopies : 1 }, (_each, copy) => ({ story, index, copy })),
  )
  const chance = chanceFor(networkOf(settings), 'live', round)
  return shuffle(stories, chance).flatMap(({ story, index, copy }) =>
    tellStory(settings, untilWeAnswer(story), { round, index, copy }),
  )
}

function untilWeAnswer(story: PlacedStory): PlacedStory {
  const end = story.lines.findIndex((line) => line.startsWith('us:'))
  return end < 0 ? story : { ...story, lines: story.lines.slice(0, end) }
}
