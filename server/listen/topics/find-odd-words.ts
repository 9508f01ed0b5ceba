import { tokenize } from '../../lib/tokenize.ts'
import type { Place, Query } from '../../model/query.ts'
import { childrenOf, isWildcard } from '../../model/query.ts'
import type { Problem } from './query-problems.ts'
import { oneEditAway } from './one-edit-away.ts'
import type { WordCounts } from './word-counts.ts'
import { isBeginning } from './word-counts.ts'

/** With fewer posts to go by nothing is said. */
const leastPosts = 200
const mostSaid = 10
/** Each look for a similar word goes through all words there are. */
const mostLooked = 30
const commonShare = 0.2

/** Words of a query that no post of the last 30 days has, and those that alone bring a great part of all posts. */
export function findOddWords(query: Query, text: string, counts: WordCounts): Problem[] {
  if (counts.looked < leastPosts) return []
  return [...findCommon(query, counts), ...findMissing(query, text, counts)]
}

function findCommon(query: Query, { posts, looked }: WordCounts): Problem[] {
  const alternatives = query.kind === 'or' ? query.of : [query]
  return alternatives.flatMap((alternative) => {
    if (alternative.kind !== 'word') return []
    const found = posts.get(alternative.word) ?? 0
    if (found < commonShare * looked) return []
    const share = Math.round((100 * found) / looked)
    const message = `“${alternative.word}” is in ${figure(found)} of the last ${figure(looked)} posts (${share} %): alone it brings all of these. Say what must stand beside it.`
    return [{ severity: 'warning', code: 'too-common', ...placeOf(alternative), message }]
  })
}

function findMissing(query: Query, text: string, counts: WordCounts): Problem[] {
  const asked = askedWords(query, text)
  const written = new Set(asked.map(({ word }) => word))
  const said: Problem[] = []
  let looked = 0
  for (const { word, isExact, ...place } of new Map(asked.map((one) => [one.word, one])).values()) {
    if (said.length >= mostSaid || looked >= mostLooked) break
    if (isThere(word, counts)) continue
    looked++
    const meant = isWildcard(word) ? undefined : oneEditAway(word, counts.posts)
    // Who lists a misspelling beside the word itself does so on purpose.
    if (meant && written.has(meant.word)) continue
    const message = `“${word}” is in none of the last ${figure(counts.looked)} posts.`
    const problem = { severity: 'warning', code: 'never-occurs', ...place } as const
    if (!meant) said.push({ ...problem, message })
    else {
      const suggestion = `${message} Did you mean “${meant.word}” (${figure(meant.posts)})?`
      const edits = isExact ? {} : { edits: [{ ...place, text: meant.word }] }
      said.push({ ...problem, message: suggestion, ...edits })
    }
  }
  return said
}

function isThere(word: string, counts: WordCounts): boolean {
  return isWildcard(word) ? isBeginning(counts, word.split(/[*?]/)[0]!) : counts.posts.has(word)
}

interface AskedWord extends Place {
  word: string
  isExact: boolean
}

/** The words that must or may occur, each with its place; what is excluded is not looked at. */
function askedWords(query: Query, text: string): AskedWord[] {
  if (query.kind === 'not') return []
  if (query.kind === 'word') return [{ word: query.word, isExact: false, ...placeOfWord(query, query.word, text) }]
  if (query.kind === 'phrase' || query.kind === 'exact') {
    const isExact = query.kind === 'exact'
    return query.words.map((written) => {
      const word = isExact ? written.toLowerCase() : written
      return { word, isExact, ...placeOfWord(query, word, text) }
    })
  }
  return childrenOf(query).flatMap((child) => askedWords(child, text))
}

/** Where a word stands in its piece of the query; the whole piece where it is not found by itself. */
function placeOfWord(query: Query, word: string, text: string): Place {
  const place = placeOf(query)
  const { words, starts, ends, sigils, sigilEnds } = tokenize(text.slice(place.start, place.end))
  for (const [index, token] of words.entries()) {
    const [start, end] = [place.start + starts[index]!, place.start + ends[index]!]
    if (sigils[index] === word) return { start: start - 1, end: place.start + sigilEnds[index]! }
    if (token === word && sigils[index] === '') return { start, end }
  }
  return place
}

function placeOf({ place }: Query): Place {
  return { start: place?.start ?? 0, end: place?.end ?? 0 }
}

function figure(count: number): string {
  return count.toLocaleString('en')
}
