import type { SamplePlace, Story, StoryKind } from '../story.ts'
import { background } from './background.ts'
import { interest } from './interest.ts'
import { mood } from './mood.ts'
import { reviews } from './reviews.ts'
import { trouble } from './trouble.ts'

export interface PlacedStory {
  kind: StoryKind
  language: 'en' | 'de'
  lines: Story
}

/** Every story of a place, in a fixed order: its index is part of the ids of its posts. */
export function storiesOf(place: SamplePlace): readonly PlacedStory[] {
  return all[place]
}

const groups = [...trouble, ...interest, ...mood, ...background, ...reviews]

function gather(place: SamplePlace): PlacedStory[] {
  return groups
    .filter((group) => group.place === place)
    .flatMap(({ kind, language, stories }) => stories.map((lines) => ({ kind, language, lines })))
}

const all: Record<SamplePlace, readonly PlacedStory[]> = { social: gather('social'), reviews: gather('reviews') }
