import type { Post } from './workload.ts'

/**
 * The plainest thing that reads the same posts: lower-casing, a regular expression for the words, one look-up a word. No
 * query at all.
 */
const word = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*|\p{Extended_Pictographic}/gu

export function wordsOf(posts: readonly Post[]): Map<string, number> {
  const words = new Map<string, number>()
  for (const { text } of posts) for (const [found] of text.toLowerCase().matchAll(word)) words.set(found, words.size)
  return words
}

export function lookUpAll(words: ReadonlyMap<string, number>, posts: readonly Post[]): number {
  let sum = 0
  for (const { text } of posts) for (const found of text.toLowerCase().match(word) ?? []) sum += words.get(found) ?? 0
  return sum
}
