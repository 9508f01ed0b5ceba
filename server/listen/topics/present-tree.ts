import type { QueryTree } from '../../../contract/query-tree.ts'
import type { Place, Query } from '../../model/query.ts'
import { parseQuery } from './parse-query.ts'

/** The tree of a query's text, each piece with its place; null while a mistake of form leaves in doubt what is meant. */
export function presentTree(text: string): QueryTree | null {
  const { query, problems } = parseQuery(text)
  if (!query || problems.some(({ severity }) => severity === 'error')) return null
  return withPlaces(query, { start: 0, end: text.length })
}

/** A piece that carries no place of its own stands where what surrounds it stands. */
function withPlaces(query: Query, around: Place): QueryTree {
  const place = query.place ?? around
  if (query.kind === 'and' || query.kind === 'or')
    return { ...query, place, of: query.of.map((part) => withPlaces(part, place)) }
  if (query.kind === 'not' || query.kind === 'title') return { ...query, place, of: withPlaces(query.of, place) }
  if (query.kind === 'near')
    return { ...query, place, left: withPlaces(query.left, place), right: withPlaces(query.right, place) }
  return { ...query, place }
}
