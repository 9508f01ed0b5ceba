import type { QueryDiagnostic } from '../../../contract/query.ts'

export interface QueryPlace {
  start: number
  end: number
  severity: QueryDiagnostic['severity']
}

/**
 * Where diagnostics stand in the query as one run of text. What has no length (something missing) takes one character,
 * so that it can be seen.
 */
export function placesOf(query: string, diagnostics: readonly QueryDiagnostic[]): QueryPlace[] {
  const starts = lineStarts(query)
  return diagnostics
    .map(({ line, column, length, severity }) => {
      const start = Math.min(query.length, (starts[line - 1] ?? 0) + column - 1)
      return { start, end: Math.min(query.length, start + Math.max(1, length)), severity }
    })
    .filter((place) => place.end > place.start)
}

/** A run of the query with the mistake that lies under it. */
export interface QueryRun {
  at: number
  text: string
  severity: QueryDiagnostic['severity'] | undefined
}

/** The query cut where mistakes begin and end; where two lie over one another, an error wins. */
export function cutQuery(query: string, places: readonly QueryPlace[]): QueryRun[] {
  const edges = [...new Set([0, query.length, ...places.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  return edges.slice(0, -1).map((at, index) => {
    const end = edges[index + 1] ?? query.length
    const over = places.filter((place) => place.start < end && place.end > at)
    const severity = over.find((place) => place.severity === 'error')?.severity ?? over[0]?.severity
    return { at, text: query.slice(at, end), severity }
  })
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (const found of text.matchAll(/\r\n|\n|\r/g)) starts.push(found.index + found[0].length)
  return starts
}
