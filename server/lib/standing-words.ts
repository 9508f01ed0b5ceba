import { standsOut, type Use } from './log-odds.ts'

/** A group of posts: in how many of them each word or phrase stands. */
export interface WordGroup {
  posts: number
  /** Words of all posts, each counted once a post. */
  all: number
  counts: Map<string, number>
}

/** A word that stands in one group of posts more often than in another. */
export interface StandingWord {
  word: string
  here: number
  there: number
  /** How far it stands out, in standard errors. */
  z: number
}

/** Above this a word stands out by more than chance, in 95 of 100 cases. */
const leastZ = 1.96

export function emptyGroup(): WordGroup {
  return { posts: 0, all: 0, counts: new Map() }
}

/** Counts one post, with its words each once. */
export function addTo(group: WordGroup, words: ReadonlySet<string>): void {
  group.posts += 1
  group.all += words.size
  for (const word of words) group.counts.set(word, (group.counts.get(word) ?? 0) + 1)
}

interface Wish {
  /** In fewer posts it is not worth telling. */
  fewest: number
  most: number
  isLeftOut: (word: string) => boolean
  /** How many words the prior counts for. */
  weight: number
}

/** Words that stand out in `here` against `there`, what stands out furthest first. */
export function standingWords(
  here: WordGroup,
  there: WordGroup,
  { fewest, most, isLeftOut, weight }: Wish,
): StandingWord[] {
  if (here.posts === 0 || there.posts === 0) return []
  const found: StandingWord[] = []
  for (const [word, count] of here.counts) {
    if (count < fewest || isLeftOut(word)) continue
    const elsewhere: Use = { count: there.counts.get(word) ?? 0, all: there.all }
    const z = standsOut({ count, all: here.all }, elsewhere, weight)
    if (z >= leastZ) found.push({ word, here: count, there: elsewhere.count, z: Math.round(z * 100) / 100 })
  }
  return found.toSorted((a, b) => b.z - a.z || (a.word < b.word ? -1 : 1)).slice(0, most)
}

/** Figures and single letters tell nothing by themselves. */
export function isTelling(word: string): boolean {
  return /\p{L}.|\p{Lo}|\p{Extended_Pictographic}/u.test(word)
}
