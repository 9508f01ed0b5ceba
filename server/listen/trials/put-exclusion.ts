import type { Query } from '../../model/query.ts'

/** The query without what holds this term. */
export function putExclusion(query: Query, term: Query): Query {
  const exclusion: Query = { kind: 'not', of: term }
  return { kind: 'and', of: query.kind === 'and' ? [...query.of, exclusion] : [query, exclusion] }
}
