import { unwritten } from '../../server/listen/reading/net/net-shape.ts'

/** The words that the net knows, by their place; the unwritten ones come first. */
export interface Vocabulary {
  words: string[]
  placeOf: Map<string, number>
}

interface VocabularyChoice {
  most: number
  /** A word without a vector of its own must stand in so many posts; one with a vector needs only to stand at all. */
  leastPosts: number
  hasVector(word: string): boolean
  /** What to fill up with when the posts have too few, best first. */
  further: readonly string[]
}

/** The most frequent words of the posts, each post counting once; equals in the order of the alphabet. */
export function chooseVocabulary(posts: Iterable<readonly string[]>, choice: VocabularyChoice): Vocabulary {
  const counts = new Map<string, number>()
  for (const words of posts) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const chosen = Array.from(counts)
    .filter(([word, count]) => count >= choice.leastPosts || (count >= 2 && choice.hasVector(word)))
    .toSorted(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .map(([word]) => word)
  const words = Array.from(new Set([...unwritten, ...chosen, ...choice.further])).slice(0, choice.most)
  return { words, placeOf: new Map(words.map((word, place) => [word, place])) }
}
