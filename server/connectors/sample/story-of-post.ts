import type { SamplePlace } from './story.ts'
import { type PlacedStory, storiesOf } from './stories/all-stories.ts'

/** The story a post of the sample network belongs to, by the post's id; undefined for an answer somebody made up on the way. */
export function storyOfPost(externalId: string): PlacedStory | undefined {
  const [place, , , index] = externalId.split('.')
  return isPlace(place) ? storiesOf(place)[Number(index)] : undefined
}

function isPlace(word: string | undefined): word is SamplePlace {
  return word === 'social' || word === 'reviews'
}
