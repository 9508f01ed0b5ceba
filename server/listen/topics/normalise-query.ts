import type { Query } from '../../model/query.ts'
import { printQuery } from './print-query.ts'

/**
 * The same query in its plainest form: AND in AND and OR in OR without the inner brackets, nothing twice, no NOT of a NOT,
 * no phrase of one word. The order is the writer's, and what stays keeps its place in the text. Finds the same posts.
 */
export function normaliseQuery(query: Query): Query {
  switch (query.kind) {
    case 'and':
    case 'or':
      return joinOnce(query)
    case 'not':
      return normaliseNot(query)
    case 'near':
      return { ...query, left: normaliseQuery(query.left), right: normaliseQuery(query.right) }
    case 'title':
      return { ...query, of: normaliseQuery(query.of) }
    case 'phrase':
      return query.words.length === 1 ? { kind: 'word', word: query.words[0]!, ...placeOf(query) } : query
    case 'word':
    case 'exact':
    case 'field':
    case 'compare':
      break
  }
  return query
}

function joinOnce(query: Query & { kind: 'and' | 'or' }): Query {
  const parts = new Map<string, Query>()
  for (const part of query.of.map(normaliseQuery)) {
    for (const inner of part.kind === query.kind ? part.of : [part]) {
      const key = printQuery(inner)
      if (!parts.has(key)) parts.set(key, inner)
    }
  }
  const of = [...parts.values()]
  return of.length === 1 ? of[0]! : { ...query, of }
}

function normaliseNot(query: Query & { kind: 'not' }): Query {
  const of = normaliseQuery(query.of)
  return of.kind === 'not' ? of.of : { ...query, of }
}

function placeOf({ place }: Query): Pick<Query, 'place'> {
  return place ? { place } : {}
}
