import { cutPost } from '../../server/listen/reading/cut-post.ts'
import { emojiWeights } from './emoji-weights.ts'
import type { WordList } from './word-list.ts'
import { french } from './words-fr.ts'
import { german } from './words-de.ts'
import { spanish } from './words-es.ts'

const lists = [german, french, spanish].map(({ weights }) => {
  const exact = new Map<string, number>()
  const beginnings: [string, number][] = []
  for (const [weight, words] of Object.entries(weights)) {
    for (const word of words.trim().split(/\s+/)) {
      if (word.endsWith('*')) beginnings.push([word.slice(0, -1), Number(weight)])
      else exact.set(word, Number(weight))
    }
  }
  return { exact, beginnings }
})

/** The words of texts that our own German, French and Spanish lists know, and our own emoji. */
export function ownWords(texts: Iterable<string>): WordList {
  const found = new Map<string, number>()
  for (const text of texts) {
    for (const word of cutPost({ text }).words) {
      if (found.has(word)) continue
      const weight = weightOf(word)
      if (weight !== undefined) found.set(word, weight)
    }
  }
  for (const { exact } of lists) for (const [word, weight] of exact) found.set(word, weight)
  return withEmoji(found)
}

function weightOf(word: string): number | undefined {
  for (const { exact, beginnings } of lists) {
    const weight = exact.get(word) ?? beginnings.find(([beginning]) => word.startsWith(beginning))?.[1]
    if (weight !== undefined) return weight
  }
  return undefined
}

/** A list with our own emoji in it. */
export function withEmoji(list: ReadonlyMap<string, number>): WordList {
  const joined = new Map(list)
  for (const [weight, signs] of Object.entries(emojiWeights)) for (const sign of signs) joined.set(sign, Number(weight))
  return joined
}
