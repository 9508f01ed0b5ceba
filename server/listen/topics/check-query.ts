import type { QueryDiagnostic } from '../../../contract/query.ts'
import type { FieldName, FieldQuery, Query } from '../../model/query.ts'
import { childrenOf } from '../../model/query.ts'
import { findDoubled } from './find-doubled.ts'
import { findSwallowed } from './find-swallowed.ts'
import { parseQuery } from './parse-query.ts'
import type { Problem } from './query-problems.ts'
import { presentProblems } from './query-problems.ts'
import { sameName } from './same-name.ts'

/** What a workspace has, to tell a wrong reference from a right one. What is left out is not checked. */
export interface KnownNames {
  lists?: readonly string[]
  topics?: readonly string[]
  channels?: readonly string[]
}

export interface CheckedQuery {
  /** Only the best guess while there are errors; left out when nothing could be read. */
  query: Query | undefined
  /** Whether a topic with this query can be switched on: there is no error among the diagnostics. */
  ok: boolean
  diagnostics: QueryDiagnostic[]
}

/** Reads a query and says everything that is wrong with it, or worth a look, each with its place. */
export function checkQuery(text: string, known: KnownNames = {}): CheckedQuery {
  const { query, problems } = parseQuery(text)
  if (query) {
    problems.push(
      ...findBoundlessParts(query),
      ...findSwallowed(query),
      ...findDoubled(query, text),
      ...findUnknownNames(query, known),
      ...findTooBroad(query),
    )
  }
  const ok = query !== undefined && !problems.some((problem) => problem.severity === 'error')
  const errors = countErrors(problems)
  const diagnostics = presentProblems(text, problems).map((diagnostic) => withSoundRepair(diagnostic, errors))
  return { query, ok, diagnostics }
}

/** A repair that leads to other mistakes is none. */
function withSoundRepair({ repair, ...diagnostic }: QueryDiagnostic, errors: number): QueryDiagnostic {
  if (repair === undefined) return diagnostic
  const repaired = parseQuery(repair)
  const allowed = diagnostic.severity === 'error' ? errors - 1 : errors
  return repaired.query && countErrors(repaired.problems) <= allowed ? { ...diagnostic, repair } : diagnostic
}

function countErrors(problems: readonly Problem[]): number {
  return problems.filter((problem) => problem.severity === 'error').length
}

/** Whether a query could match a post that has none of its words and meets none of its conditions. */
function holdsWithoutAnything(query: Query): boolean {
  if (query.kind === 'and') return query.of.every(holdsWithoutAnything)
  if (query.kind === 'or') return query.of.some(holdsWithoutAnything)
  if (query.kind === 'not') return !holdsWithoutAnything(query.of)
  return query.kind === 'title' && holdsWithoutAnything(query.of)
}

/** The exclusions that stand alone: with them the query would match nearly every post there is. */
function findBoundlessParts(query: Query): Problem[] {
  if (!holdsWithoutAnything(query)) return []
  if (query.kind === 'or') return query.of.flatMap(findBoundlessParts)
  if (query.kind === 'and') return findBoundlessParts(query.of[0]!)
  if (query.kind === 'title') return findBoundlessParts(query.of)
  const { start, end } = query.place ?? { start: 0, end: 0 }
  const message =
    'This NOT stands without anything positive beside it, so it would bring nearly every post. Say first what to find: acme NOT spam.'
  return [{ severity: 'error', code: 'not-alone', start, end, message }]
}

function findUnknownNames(query: Query, known: KnownNames): Problem[] {
  const found = childrenOf(query).flatMap((child) => findUnknownNames(child, known))
  const problem = query.kind === 'field' ? unknownName(query, known) : undefined
  return problem ? [...found, problem] : found
}

function unknownName(
  query: FieldQuery & { place?: { start: number; end: number } },
  known: KnownNames,
): Problem | undefined {
  const names = namesFor(query.field, known)
  if (!names || names.some((name) => sameName(name, query.value))) return undefined
  const { start, end } = query.place ?? { start: 0, end: 0 }
  const have = names.length === 0 ? `There is none yet.` : `There are: ${names.slice(0, 20).join(', ')}.`
  const message = `There is no ${query.field === 'channel' ? 'channel kind' : query.field} “${query.value}” here. ${have}`
  return { severity: 'error', code: `unknown-${query.field}`, start, end, message }
}

function namesFor(field: FieldName, known: KnownNames): readonly string[] | undefined {
  if (field === 'list') return known.lists
  return field === 'topic' ? known.topics : field === 'channel' ? known.channels : undefined
}

const broadFields = new Set(['lang', 'country', 'channel', 'type', 'has'])

/** Nothing but a language or a kind of post: right now and then, more often a word was forgotten. */
function findTooBroad(query: Query): Problem[] {
  const parts = query.kind === 'and' ? query.of : [query]
  if (!parts.every(isBroad) || holdsWithoutAnything(query)) return []
  const { start, end } = query.place ?? { start: 0, end: 0 }
  return [
    {
      severity: 'warning',
      code: 'no-words',
      start,
      end,
      message: 'There is no word to find here, so this may bring very many posts.',
    },
  ]
}

function isBroad(part: Query): boolean {
  return part.kind === 'not' || part.kind === 'compare' || (part.kind === 'field' && broadFields.has(part.field))
}
