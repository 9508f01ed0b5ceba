import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** What is wrong with something that came from outside, for whoever sent it. */
export interface Fault {
  /** Path of the field at fault, e.g. `evidence.messageId`; '' where it is the whole. */
  field: string
  /** The field is one that nobody knows. */
  isUnknown: boolean
  sentence: string
}

/** The first fault of all that a schema found, an unknown field before all others. `whole` names what was checked. */
export function firstFault(issues: readonly Issue[], whole: string): Fault {
  const found = issues.map((issue) => innermost(issue))
  const unknown = found.find(({ issue }) => issue.code === 'unrecognized_keys')
  if (unknown?.issue.code === 'unrecognized_keys') {
    const field = [...unknown.path, unknown.issue.keys[0]].join('.')
    return { field, isUnknown: true, sentence: `There is no field ${field} here. Leave it out.` }
  }
  const first = found[0]
  if (!first) return { field: '', isUnknown: false, sentence: 'This is not as it has to be.' }
  const field = first.path.join('.')
  return { field, isUnknown: false, sentence: `${field === '' ? whole : field} ${sentence(first.issue)}.` }
}

/** Of alternatives, the fault of the one that came nearest. */
function innermost(issue: Issue, above: readonly PropertyKey[] = []): { issue: Issue; path: string[] } {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_union') {
    const nearest = issue.errors.toSorted((a, b) => faultsOf(a) - faultsOf(b))[0]
    const inner = nearest?.[0]
    if (inner) return innermost(inner, path)
  }
  return { issue, path: path.map(String) }
}

function faultsOf(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 2 * issue.keys.length : 1), 0)
}

function sentence(issue: Issue): string {
  if (issue.code === 'invalid_type') {
    return /received undefined/.test(issue.message) ? 'is missing' : `must be of the kind ${issue.expected}`
  }
  if (issue.code === 'too_small') return tooSmall(issue)
  if (issue.code === 'too_big') return tooBig(issue)
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_format') return formats[issue.format] ?? `must have the form ${issue.format}`
  return `is not right: ${issue.message}`
}

const formats: Record<string, string> = {
  uuid: 'must be an id',
  email: 'must be an e-mail address',
  url: 'must be a web address',
  datetime: 'must be a time such as 2026-11-22T10:00:00Z',
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): string {
  if (issue.origin === 'string') {
    return issue.minimum === 1 ? 'must not be empty' : `must have at least ${issue.minimum} characters`
  }
  return issue.origin === 'array' ? `must hold at least ${issue.minimum}` : `must be at least ${issue.minimum}`
}

function tooBig(issue: z.core.$ZodIssueTooBig): string {
  if (issue.origin === 'string') return `must have at most ${issue.maximum} characters`
  return issue.origin === 'array' ? `must hold at most ${issue.maximum}` : `must be at most ${issue.maximum}`
}
