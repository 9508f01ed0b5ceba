import type { FieldQuery, Place, Query } from '../../model/query.ts'
import { sameName } from './same-name.ts'

/** Where `list:` and `topic:` lead. */
export interface References {
  /** The entries of a list, joined by OR. */
  list(name: string): Query | undefined
  topic(name: string): Query | undefined
}

export type Resolved = { query: Query } | Refusal

interface Refusal {
  refused: 'unknown_list' | 'unknown_topic' | 'cycle' | 'list_not_of_words' | 'too_much'
  /** What leads nowhere, or the topics around which the reference runs in a circle, the first again at the end. */
  names: string[]
  message: string
  /** The reference in the query's own text where the way there begins. */
  place?: Place
}

/** What lists and topics put together may hold: more words, fields and what joins them than this are refused. */
const mostPieces = 50_000
const longestChain = 20

/**
 * Puts what lists and other topics say in place of `list:` and `topic:`. `self` is the name of the topic the query
 * belongs to, so that a circle through it is seen.
 */
export function resolveReferences(query: Query, references: References, self?: string): Resolved {
  const path = self === undefined ? [] : [self]
  const way: Way = { references, path, from: undefined, inWords: false, spent: { pieces: 0 } }
  try {
    return { query: resolve(query, way) }
  } catch (error) {
    if (error instanceof UnresolvedReference) return error.refusal
    throw error
  }
}

/** How we came to a piece of a query. */
interface Way {
  references: References
  /** The topics we came through. */
  path: readonly string[]
  /** The first reference that was followed. */
  from: Place | undefined
  /** Only words can stand here: beside NEAR, or inside title:( … ). */
  inWords: boolean
  spent: { pieces: number }
}

class UnresolvedReference extends Error {
  override name = 'UnresolvedReference'
  readonly refusal: Refusal

  constructor(refusal: Refusal, from: Place | undefined) {
    super(refusal.message)
    this.refusal = from ? { ...refusal, place: from } : refusal
  }
}

function resolve(query: Query, way: Way): Query {
  if (++way.spent.pieces > mostPieces) throw tooMuch(way)
  if (query.kind === 'and' || query.kind === 'or') return { ...query, of: query.of.map((part) => resolve(part, way)) }
  if (query.kind === 'not') return { ...query, of: resolve(query.of, way) }
  if (query.kind === 'field') return isReference(query) ? follow(query, way) : query
  const inWords = { ...way, inWords: true }
  if (query.kind === 'title') return { ...query, of: resolve(query.of, inWords) }
  if (query.kind !== 'near') return query
  return { ...query, left: resolve(query.left, inWords), right: resolve(query.right, inWords) }
}

function isReference({ field }: FieldQuery): boolean {
  return field === 'list' || field === 'topic'
}

function follow(reference: FieldQuery & { place?: Place }, came: Way): Query {
  const { field, value, place } = reference
  const way = { ...came, from: came.from ?? place }
  if (field === 'list') return resolve(lookUpList(value, way), way)
  refuseCircle(value, way)
  if (way.path.length > longestChain) throw tooMuch(way)
  const found = way.references.topic(value)
  if (!found) throw leadsNowhere('topic', value, way)
  return resolve(found, { ...way, path: [...way.path, value] })
}

function refuseCircle(name: string, { path, from }: Way): void {
  const first = path.findIndex((passed) => sameName(passed, name))
  if (first < 0) return
  const names = [...path.slice(first), path[first]!]
  const message = `These topics refer to each other in a circle: ${names.join(' → ')}. Take one of the references out.`
  throw new UnresolvedReference({ refused: 'cycle', names, message }, from)
}

function lookUpList(name: string, way: Way): Query {
  const found = way.references.list(name)
  if (!found) throw leadsNowhere('list', name, way)
  const [first] = found.kind === 'or' ? found.of : [found]
  if (!way.inWords || first?.kind !== 'field') return found
  const message = `The list “${name}” holds authors or sites. Beside NEAR and BEFORE, and inside title:( … ), only a list of words can stand.`
  throw new UnresolvedReference({ refused: 'list_not_of_words', names: [name], message }, way.from)
}

function leadsNowhere(field: 'list' | 'topic', name: string, { path, from }: Way): UnresolvedReference {
  const through = path.length > 1 ? ` (the topic “${path.at(-1)}” names it)` : ''
  const message = `There is no ${field} “${name}”${through}.`
  return new UnresolvedReference({ refused: `unknown_${field}`, names: [name], message }, from)
}

function tooMuch({ path, from }: Way): UnresolvedReference {
  const message = `With all the lists and topics it names, this query is too large: more than ${mostPieces} words, or topics more than ${longestChain} deep. Name fewer, or shorten them.`
  return new UnresolvedReference({ refused: 'too_much', names: [...path], message }, from)
}
