import type { z } from 'zod'
import type { reading } from '../../contract/conversations.ts'
import { applyLine, type Lines } from './apply-line.ts'
import type { StoredReading } from './reading-tables.ts'

type ReadingView = z.infer<typeof reading>

/** What a colleague said of a post instead of a reader, or to confirm it. */
export interface Correction {
  reader: string
  label: string
  by: string
  byName: string
}

/** What a refiner proposes. */
export interface Proposal {
  id: string
  reader: string
  label: string
  by: string
}

/** What stands beside the readings of a post, as `correctionsOf` and `linesOf` select it. */
export interface BesideReadings {
  corrections: readonly Correction[] | null
  lines: Lines | null
  proposals?: readonly Proposal[] | null
}

/** Readings as they count: by their lines, with the words of people on top; undefined where nothing was read. */
export function presentReading(
  readings: Record<string, StoredReading> | null,
  { corrections, lines, proposals }: BesideReadings,
): ReadingView | undefined {
  const view: ReadingView = {}
  for (const [reader, said] of Object.entries(readings ?? {}))
    view[reader] = { ...said, ...applyLine(reader, said, lines) }
  for (const { reader, label, by, byName } of corrections ?? []) {
    const { guess, ...said } = view[reader] ?? {}
    const was = guess ?? view[reader]?.label
    view[reader] = { ...said, label, confidence: 1, correctedBy: { id: by, name: byName }, ...(was && { was }) }
  }
  addProposals(view, proposals ?? [])
  return Object.keys(view).length > 0 ? view : undefined
}

/** A proposal waits beside a reading that no person has spoken on. */
function addProposals(view: ReadingView, proposals: readonly Proposal[]): void {
  for (const { reader, ...proposed } of proposals) {
    const said = view[reader]
    if (said && !said.correctedBy) said.proposed = proposed
  }
}
