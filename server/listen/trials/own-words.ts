import { lowerCase } from '../../lib/tokenize.ts'
import { fitsWildcard } from '../../lib/wildcard.ts'
import type { Query } from '../../model/query.ts'
import { childrenOf, isWildcard } from '../../model/query.ts'

/** Tells of a word whether it stands in a query, or fits one of its wildcards. */
export function ownWordsOf(query: Query): (word: string) => boolean {
  const words = listWords(query).map((word) => lowerCase(word).replace(/^[#@]/, ''))
  const plain = new Set(words)
  const patterns = words.filter(isWildcard)
  return (word) => plain.has(word) || patterns.some((pattern) => fitsWildcard(pattern, word))
}

function listWords(query: Query): string[] {
  if (query.kind === 'word') return [query.word]
  if (query.kind === 'phrase' || query.kind === 'exact') return query.words
  return childrenOf(query).flatMap(listWords)
}
