import type { z } from 'zod'
import type { reading } from '../../contract/conversations.ts'
import type { StoredReading } from './listening-tables.ts'

type ReadingView = z.infer<typeof reading>

/** What a colleague said of a post instead of a reader. */
export interface Correction {
  reader: string
  label: string
  by: string
  byName: string
}

/** Readings with the corrections of people on top; undefined where nothing was read. */
export function presentReading(
  readings: Record<string, StoredReading> | null,
  corrections: readonly Correction[] | null,
): ReadingView | undefined {
  const view: ReadingView = { ...readings }
  for (const { reader, label, by, byName } of corrections ?? []) {
    view[reader] = { ...view[reader], label, confidence: 1, correctedBy: { id: by, name: byName } }
  }
  return Object.keys(view).length > 0 ? view : undefined
}
