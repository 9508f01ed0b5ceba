import { tokenize } from '../../lib/tokenize.ts'

/** In how many of the newest posts each word is. */
export interface WordCounts {
  /** How many posts were counted. */
  looked: number
  /** By word in small letters, `#tag` and `@handle` forms too. */
  posts: ReadonlyMap<string, number>
  /** All words by their letters, to find those that begin alike. */
  sorted: readonly string[]
}

/** A post as far as its words are counted. */
export interface WordedPost {
  title: string | null
  text: string
  mediaDescriptions: readonly string[]
}

/** Counts the words of posts that come bit by bit. */
export function makeWordCounter() {
  const posts = new Map<string, number>()
  let looked = 0
  return {
    add(post: WordedPost): void {
      looked++
      for (const word of wordsOf(post)) posts.set(word, (posts.get(word) ?? 0) + 1)
    },
    counts(): WordCounts {
      return { looked, posts, sorted: [...posts.keys()].sort() }
    },
  }
}

function wordsOf({ title, text, mediaDescriptions }: WordedPost): Set<string> {
  const found = new Set<string>()
  for (const part of [title ?? '', text, ...mediaDescriptions]) {
    const { words, sigils } = tokenize(part)
    for (const [index, word] of words.entries()) {
      found.add(word)
      if (sigils[index] !== '') found.add(sigils[index]!)
    }
  }
  return found
}

/** The words that begin like this, the most frequent first. */
export function wordsLike(
  { posts, sorted }: WordCounts,
  prefix: string,
  limit: number,
): { word: string; posts: number }[] {
  const found: { word: string; posts: number }[] = []
  for (let at = firstFrom(sorted, prefix); at < sorted.length; at++) {
    const word = sorted[at]!
    if (!word.startsWith(prefix)) break
    found.push({ word, posts: posts.get(word) ?? 0 })
  }
  return found.sort((a, b) => b.posts - a.posts).slice(0, limit)
}

/** Whether any word begins like this. */
export function isBeginning({ sorted }: WordCounts, prefix: string): boolean {
  return sorted[firstFrom(sorted, prefix)]?.startsWith(prefix) ?? false
}

function firstFrom(sorted: readonly string[], prefix: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < prefix) low = middle + 1
    else high = middle
  }
  return low
}
