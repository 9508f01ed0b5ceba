import type { Query } from '../../model/query.ts'
import { childrenOf } from '../../model/query.ts'
import { printQuery } from './print-query.ts'
import type { Problem } from './query-problems.ts'

const mostFound = 20

/** Exclusions that take away everything that stands beside them. */
export function findSwallowed(query: Query): Problem[] {
  const found = childrenOf(query).flatMap(findSwallowed)
  if (query.kind !== 'and') return found
  const wanted = query.of.flatMap((part) => (part.kind === 'not' ? [] : [waysToHold(part)]))
  for (const exclusion of query.of) {
    if (exclusion.kind !== 'not' || found.length >= mostFound) continue
    const keys = new Set(alternativesOf(exclusion.of).map(printQuery))
    const isTaken = wanted.some((ways) => ways.every((way) => way.some((key) => keys.has(key))))
    if (!isTaken) continue
    const { start, end } = exclusion.place ?? { start: 0, end: 0 }
    const message = 'NOT takes away everything here: what must occur is also excluded, so nothing can ever match.'
    found.push({
      severity: 'error',
      code: 'not-swallows-all',
      start,
      end,
      message,
      edits: [{ start, end, text: '' }],
    })
  }
  return found
}

/** For each alternative of a part what surely holds when it holds, in print; each alternative once. */
function waysToHold(part: Query): string[][] {
  return [...new Map(alternativesOf(part).map((alternative) => [printQuery(alternative), alternative])).values()].map(
    impliedKeys,
  )
}

function alternativesOf(query: Query): Query[] {
  return query.kind === 'or' ? query.of : [query]
}

/** What surely holds when this holds, in print. */
function impliedKeys(query: Query): string[] {
  const own = printQuery(query)
  if (query.kind === 'phrase') return [own, ...query.words]
  if (query.kind === 'exact' && query.words.length === 1) return [own, query.words[0]!.toLowerCase()]
  if (query.kind === 'and') return [own, ...query.of.map(printQuery)]
  return query.kind === 'word' && /^[#@]/.test(query.word) ? [own, query.word.slice(1)] : [own]
}
