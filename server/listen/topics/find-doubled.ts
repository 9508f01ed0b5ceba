import type { Place, Query } from '../../model/query.ts'
import { childrenOf } from '../../model/query.ts'
import { printQuery } from './print-query.ts'
import type { Problem } from './query-problems.ts'

/** Alternatives that stand there twice, and NEAR with the same word on both sides. */
export function findDoubled(query: Query, text: string): Problem[] {
  const found = childrenOf(query).flatMap((child) => findDoubled(child, text))
  if (query.kind === 'or') return [...found, ...doubledAmong(query.of, text)]
  if (query.kind !== 'near') return found
  const [left, right] = [keysOf(query.left), keysOf(query.right)]
  const isWithin = left.every((key) => right.includes(key)) || right.every((key) => left.includes(key))
  if (!isWithin || left.length + right.length > 100) return found
  const message = `${query.ordered ? 'BEFORE' : 'NEAR'} has the same words on both sides: one of them must occur twice, close together.`
  return [...found, { severity: 'warning', code: 'near-same-word', ...placeOf(query), message }]
}

function keysOf(query: Query): string[] {
  return query.kind === 'or' ? query.of.map(printQuery) : [printQuery(query)]
}

function doubledAmong(alternatives: readonly Query[], text: string): Problem[] {
  const seen = new Set<string>()
  return alternatives.flatMap((alternative, index) => {
    const key = printQuery(alternative)
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    const place = placeOf(alternative)
    const before = alternatives[index - 1]!
    const message = 'This stands here a second time. Upper and lower case do not differ; exact case is written {Acme}.'
    const between = text.slice(placeOf(before).end, place.start)
    // Only where nothing but OR stands between: across brackets more than this piece would go.
    const edits = /^\s+OR\s+$/.test(between) ? [{ start: placeOf(before).end, end: place.end, text: '' }] : []
    const problem = { severity: 'warning', code: 'doubled', ...place, message } as const
    return [edits.length === 0 ? problem : { ...problem, edits }]
  })
}

function placeOf({ place }: Query): Place {
  return place ?? { start: 0, end: 0 }
}
