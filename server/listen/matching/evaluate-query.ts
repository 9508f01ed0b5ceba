import type { Hit } from '../../model/match.ts'
import type { FieldQuery, Query } from '../../model/query.ts'
import { findNearPairs, findSpans, occurs } from './find-spans.ts'
import type { Span } from './find-spans.ts'
import { fitsComparison } from './post-conditions.ts'
import type { PostView } from './view-post.ts'

/** How a query is looked at: over which post, how many of its words, and what is known of its language. */
export interface Look {
  view: PostView
  limit: number
  /** `undefined`: not asked yet. '': asked, and it could not be told. */
  language: string | undefined
}

/** Yes, no, or: it depends on the language, which has not been asked for yet. */
export type Answer = true | false | 'needs_language'

/** Whether a query holds for a post. Throws when `list:` or `topic:` is left in it. */
export function evaluateQuery(query: Query, look: Look): Answer {
  switch (query.kind) {
    case 'word':
    case 'phrase':
    case 'exact':
      return occurs(query, look.view, look.limit)
    case 'and':
      return evaluateAll(query.of, look)
    case 'or':
      return evaluateAny(query.of, look)
    case 'not': {
      const answer = evaluateQuery(query.of, look)
      return answer === 'needs_language' ? answer : !answer
    }
    case 'near':
      return findNearPairs(query, look.view, look.limit).next().done !== true
    case 'title':
      return evaluateQuery(query.of, { ...look, limit: look.view.titleWords })
    case 'field':
      return evaluateField(query, look)
    case 'compare':
      break
  }
  return fitsComparison(look.view.post, query)
}

function evaluateAll(parts: readonly Query[], look: Look): Answer {
  let answer: Answer = true
  for (const part of parts) {
    const found = evaluateQuery(part, look)
    if (found === false) return false
    if (found === 'needs_language') answer = found
  }
  return answer
}

function evaluateAny(parts: readonly Query[], look: Look): Answer {
  let answer: Answer = false
  for (const part of parts) {
    const found = evaluateQuery(part, look)
    if (found === true) return true
    if (found === 'needs_language') answer = found
  }
  return answer
}

function evaluateField({ field, value }: FieldQuery, { view, language }: Look): Answer {
  if (field === 'lang') return language === undefined ? 'needs_language' : language === value
  if (field === 'url') return view.post.url?.toLowerCase().includes(value) ?? false
  if (field === 'list' || field === 'topic') throw new Error(`${field}:${value} must be resolved before matching.`)
  return view.conditions.has(`${field}:${value}`)
}

/** The words that made a query hold, in order; what overlaps is joined. Only for a query that holds. */
export function collectHits(query: Query, look: Look): Hit[] {
  const spans: Span[] = []
  collect(query, look, spans)
  spans.sort((a, b) => a.start - b.start || a.from - b.from)
  const hits: Hit[] = []
  for (const { part, from, to } of spans) {
    const last = hits.at(-1)
    if (last?.part === part && from < last.end) {
      last.start = Math.min(last.start, from)
      last.end = Math.max(last.end, to)
    } else hits.push({ part, start: from, end: to })
  }
  return hits
}

function collect(query: Query, look: Look, spans: Span[]): void {
  if (query.kind === 'and') for (const part of query.of) collect(part, look, spans)
  else if (query.kind === 'or') collectAlternatives(query.of, look, spans)
  else if (query.kind === 'title') collect(query.of, { ...look, limit: look.view.titleWords }, spans)
  else if (query.kind === 'near') {
    for (const pair of findNearPairs(query, look.view, look.limit)) spans.push(...pair)
  } else for (const span of findSpans(query, look.view, look.limit)) spans.push(span)
}

function collectAlternatives(parts: readonly Query[], look: Look, spans: Span[]): void {
  for (const part of parts) if (evaluateQuery(part, look) === true) collect(part, look, spans)
}
