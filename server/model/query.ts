/** A range of the query's own text in UTF-16 units, end exclusive. */
export interface Place {
  start: number
  end: number
}

/**
 * A query of the listening language as a tree. `place` is where the piece stands in the text it was read from; trees made
 * otherwise have none.
 *
 * Words are tokens, lower-cased: `acme`, `#sale`, `@acme`, one emoji. One that holds `*` or `?` is a wildcard.
 */
export type Query = { place?: Place } & (
  | WordQuery
  | PhraseQuery
  | ExactQuery
  | NearQuery
  | { kind: 'and'; of: Query[] }
  | { kind: 'or'; of: Query[] }
  | { kind: 'not'; of: Query }
  | { kind: 'title'; of: Query }
  | FieldQuery
  | CompareQuery
)

export interface WordQuery {
  kind: 'word'
  word: string
}

/** Words next to each other, in order. */
export interface PhraseQuery {
  kind: 'phrase'
  words: string[]
}

/** One word or several next to each other, in exactly this case. */
export interface ExactQuery {
  kind: 'exact'
  words: string[]
}

/** Two sides with fewer than `distance` words between them. */
export interface NearQuery {
  kind: 'near'
  left: Query
  right: Query
  distance: number
  /** BEFORE: the left side ends before the right side starts. */
  ordered: boolean
  /** One word may stand for both sides. Never in the language; in the workload of the benchmark. */
  mayOverlap?: true
}

export interface FieldQuery {
  kind: 'field'
  field: FieldName
  value: string
}

export interface CompareQuery {
  kind: 'compare'
  field: NumberField
  operator: Comparison
  value: number
}

export const fieldNames = [
  'lang',
  'country',
  'author',
  'site',
  'link',
  'url',
  'channel',
  'type',
  'has',
  'list',
  'topic',
] as const
export type FieldName = (typeof fieldNames)[number]

export const numberFields = ['followers', 'rating'] as const
export type NumberField = (typeof numberFields)[number]

export const comparisons = ['<=', '>=', '<', '>', '='] as const
export type Comparison = (typeof comparisons)[number]

/** What a post can have (`has:`). */
export const possessions = ['link', 'media', 'question'] as const

/** Whether a word of a query is a wildcard. */
export function isWildcard(word: string): boolean {
  return word.includes('*') || word.includes('?')
}

/** What stands directly under a piece of a query. */
export function childrenOf(query: Query): Query[] {
  if (query.kind === 'and' || query.kind === 'or') return query.of
  if (query.kind === 'not' || query.kind === 'title') return [query.of]
  return query.kind === 'near' ? [query.left, query.right] : []
}
