import type { HitPart } from '../../model/match.ts'
import type { NearQuery, Query } from '../../model/query.ts'
import { isWildcard } from '../../model/query.ts'
import { fitsWildcard } from '../../lib/wildcard.ts'
import { lowerCase } from '../../lib/tokenize.ts'
import type { PostView } from './view-post.ts'

/** A place where words of a query stand: positions as phrases and NEAR count them, offsets as hits show them. */
export interface Span {
  /** First position. */
  start: number
  /** The position behind the last. */
  end: number
  part: HitPart
  from: number
  to: number
}

/** Every place of a word, wildcard, phrase, or OR of these, among the first `limit` words; by first position. */
export function findSpans(query: Query, view: PostView, limit: number): Span[] {
  if (query.kind === 'word') return placesOf(query.word, view, limit).map((place) => spanOf(view, place, [query.word]))
  if (query.kind === 'phrase') return findSequence(query.words, view, limit)
  if (query.kind === 'exact') {
    const spans = findSequence(query.words.map(lowerCase), view, limit)
    return spans.filter((span) => isExactly(query.words, view, span))
  }
  if (query.kind !== 'or') return []
  return query.of.flatMap((part) => findSpans(part, view, limit)).toSorted((a, b) => a.start - b.start || a.end - b.end)
}

/** Whether a word, wildcard or phrase stands somewhere among the first `limit` words. */
export function occurs(query: Query & { kind: 'word' | 'phrase' | 'exact' }, view: PostView, limit: number): boolean {
  if (query.kind !== 'word') return findSpans(query, view, limit).length > 0
  if (isWildcard(query.word)) return placesOf(query.word, view, limit).length > 0
  const first = view.where.get(query.word)?.[0]
  return first !== undefined && first < limit
}

/** The pairs of places that make NEAR or BEFORE hold: at most `distance - 1` words between them, none shared. */
export function* findNearPairs(query: NearQuery, view: PostView, limit: number): Generator<[Span, Span]> {
  const rights = findSpans(query.right, view, limit)
  if (rights.length === 0) return
  const longest = longestOf(query.right)
  for (const left of findSpans(query.left, view, limit)) {
    const lowest = left.start - query.distance + 1 - longest
    for (let index = firstFrom(rights, lowest); index < rights.length; index++) {
      const right = rights[index]!
      if (right.start > left.end + query.distance - 1) break
      if (isNear(query, left, right)) yield [left, right]
    }
  }
}

function isNear(query: NearQuery, left: Span, right: Span): boolean {
  const between = Math.max(left.start, right.start) - Math.min(left.end, right.end)
  if (between > query.distance - 1) return false
  if (query.ordered) return left.end <= right.start
  return query.mayOverlap === true || between >= 0
}

function longestOf(query: Query): number {
  if (query.kind === 'or') return query.of.reduce((longest, part) => Math.max(longest, longestOf(part)), 0)
  return query.kind === 'phrase' || query.kind === 'exact' ? query.words.length : 1
}

function firstFrom(spans: readonly Span[], position: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start < position) low = middle + 1
    else high = middle
  }
  return low
}

function placesOf(word: string, view: PostView, limit: number): number[] {
  if (!isWildcard(word)) return within(view.where.get(word) ?? [], limit)
  const places = new Set<number>()
  for (const [known, found] of view.where) {
    if (fitsWildcard(word, known)) for (const place of found) places.add(place)
  }
  return within(
    [...places].toSorted((a, b) => a - b),
    limit,
  )
}

function within(places: readonly number[], limit: number): number[] {
  return places.filter((place) => place < limit)
}

function findSequence(words: readonly string[], view: PostView, limit: number): Span[] {
  const [first = '', ...rest] = words
  const spans: Span[] = []
  for (const place of placesOf(first, view, limit - rest.length)) {
    if (rest.every((word, index) => standsAt(word, view, place, index + 1))) spans.push(spanOf(view, place, words))
  }
  return spans
}

/** Whether a word stands `steps` positions behind a place, in the same part. */
function standsAt(word: string, view: PostView, place: number, steps: number): boolean {
  const at = place + steps
  if (view.positions[at] !== view.positions[place]! + steps) return false
  const form = isSigil(word) ? view.sigils[at]! : view.words[at]!
  return isWildcard(word) ? fitsWildcard(word, form) : word === form
}

function isSigil(word: string): boolean {
  return word.length > 1 && (word[0] === '#' || word[0] === '@')
}

function spanOf(view: PostView, place: number, words: readonly string[]): Span {
  const last = place + words.length - 1
  return {
    start: view.positions[place]!,
    end: view.positions[last]! + 1,
    part: view.parts[place]!,
    from: view.starts[place]! - (isSigil(words[0]!) ? 1 : 0),
    to: isSigil(words.at(-1)!) ? view.sigilEnds[last]! : view.ends[last]!,
  }
}

/** Compares the text itself, word by word; what stands between the words is free. */
function isExactly(words: readonly string[], view: PostView, span: Span): boolean {
  const first = firstPlace(view, span)
  return words.every((word, index) => {
    const place = first + index
    const sigil = isSigil(word)
    const from = view.starts[place]! - (sigil ? 1 : 0)
    const to = sigil ? view.sigilEnds[place]! : view.ends[place]!
    return view.texts[span.part].slice(from, to) === word
  })
}

function firstPlace(view: PostView, span: Span): number {
  let low = 0
  let high = view.positions.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (view.positions[middle]! < span.start) low = middle + 1
    else high = middle
  }
  return low
}
