import type { QueryDiagnostic } from '../../../contract/query.ts'
import type { Place } from '../../model/query.ts'

/** A change of the query's text: what stands between `start` and `end` gives way to `text`. */
export interface Edit {
  start: number
  end: number
  text: string
}

export interface Problem extends Place {
  severity: 'error' | 'warning'
  code: string
  message: string
  /** Puts this one mistake right. */
  edits?: Edit[]
}

/** More than a person would read; keeps a monstrous text from making a monstrous answer. */
const mostShown = 50
/** Of all repairs of a query together, in UTF-16 units. */
const mostRepaired = 250_000

/** Turns problems into diagnostics: in the order of their places, with line, column and the repaired text. */
export function presentProblems(text: string, problems: readonly Problem[]): QueryDiagnostic[] {
  const lineStarts = startsOfLines(text)
  return problems
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .slice(0, mostShown)
    .map((problem, index) => {
      const { line, column } = locate(lineStarts, problem.start)
      const { severity, code, message, edits } = problem
      const shown = { severity, code, line, column, length: problem.end - problem.start, message }
      const repairable = edits !== undefined && text.length * (index + 1) <= mostRepaired
      return repairable ? { ...shown, repair: applyEdits(text, edits) } : shown
    })
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let repaired = ''
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    repaired += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return (repaired + text.slice(at)).replaceAll(/ {2,}/g, ' ').trim()
}

function startsOfLines(text: string): number[] {
  const starts = [0]
  for (const found of text.matchAll(/\r\n|\n|\r/g)) starts.push(found.index + found[0].length)
  return starts
}

function locate(lineStarts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 }
}
