import { readerKindOf } from '../../contract/reader-kinds.ts'

/** Lines that the workspace moved, by reader. */
export type Lines = Readonly<Record<string, number>>

/** What counts of a reading. `guess` is the reader's own word where it lies below the line. */
export interface Counted {
  label: string
  line: number
  guess?: string
}

/** The line below which a reading of this reader does not count. */
export function lineOf(reader: string, lines: Lines | null): number {
  return lines?.[reader] ?? readerKindOf(reader)?.line ?? 0
}

/** Below its line a sentiment leans neutral and everything else is unknown. What is unknown anyway stays so. */
export function applyLine(reader: string, said: { label: string; confidence: number }, lines: Lines | null): Counted {
  const line = lineOf(reader, lines)
  if (said.confidence >= line || said.label === 'unknown') return { label: said.label, line }
  return { label: readerKindOf(reader)?.below ?? 'unknown', line, guess: said.label }
}
