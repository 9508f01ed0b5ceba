import type { ListKind } from '../../../contract/lists.ts'
import type { QueryDiagnostic } from '../../../contract/query.ts'
import { Problem, refused } from '../../access/problem.ts'
import { printQuery } from '../topics/print-query.ts'
import { shorten } from '../topics/read-words.ts'
import { readEntry } from './read-entry.ts'

const mostShown = 50

/**
 * The entries that are kept: trimmed, without empty lines and without what stands there twice. Throws 422 that names
 * the lines which cannot stand in a list of this kind.
 */
export function checkEntries(kind: ListKind, lines: readonly string[]): string[] {
  const kept = new Map<string, string>()
  const wrong: QueryDiagnostic[] = []
  for (const [index, line] of lines.entries()) {
    const entry = line.trim()
    if (entry === '') continue
    const read = readEntry(kind, entry)
    if ('refused' in read) wrong.push(diagnose(index + 1, line, read.refused))
    else if (!kept.has(printQuery(read.query))) kept.set(printQuery(read.query), entry)
  }
  if (wrong.length > 0) throw refuseEntries(wrong)
  if (kept.size === 0)
    throw refused('entries', 'A list needs at least one entry: a line with a word, an author or a site.')
  return [...kept.values()]
}

function diagnose(line: number, text: string, message: string): QueryDiagnostic {
  const column = text.length - text.trimStart().length + 1
  const length = text.trim().length
  const said = `Line ${line}, “${shorten(text.trim())}”: ${message}`
  return { severity: 'error', code: 'list-entry', line, column, length, message: said }
}

function refuseEntries(wrong: readonly QueryDiagnostic[]): Problem {
  const more =
    wrong.length > 1 ? ` ${wrong.length - 1} more ${wrong.length === 2 ? 'line is' : 'lines are'} wrong.` : ''
  const diagnostics = wrong.slice(0, mostShown)
  return new Problem(422, 'entries_refused', `${wrong[0]!.message}${more}`, { field: 'entries', diagnostics })
}
