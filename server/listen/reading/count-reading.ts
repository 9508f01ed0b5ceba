import { applyLine, type Lines } from '../../db/apply-line.ts'
import type { Tx } from '../../db/database.ts'
import type { Correction } from '../../db/present-reading.ts'
import type { Readings } from '../../model/reading.ts'
import { correctCopy, isAnythingCorrected } from './corrections/correct-copy.ts'
import { type FitInUse, readFitsInUse } from './fits/fits-in-use.ts'
import { readLines } from './lines/read-lines.ts'

/** What a workspace says of the readers, read once for many posts. */
export interface ReadingDesk {
  workspaceId: string
  lines: Lines
  isCorrected: boolean
  fits: readonly FitInUse[]
}

export async function openReadingDesk(tx: Tx, workspaceId: string): Promise<ReadingDesk> {
  return {
    workspaceId,
    lines: await readLines(tx, workspaceId),
    isCorrected: await isAnythingCorrected(tx, workspaceId),
    fits: await readFitsInUse(tx, workspaceId),
  }
}

/** The readings of a kept post as rules and conversations go by them: by the lines, and by the words of people. */
export async function countReading(
  tx: Tx,
  desk: ReadingDesk,
  { postId, readings }: { postId: string; readings: Readings },
): Promise<Readings> {
  const said = desk.isCorrected ? await correctCopy(tx, desk.workspaceId, postId) : []
  return countedReadings(readings, desk.lines, said)
}

/** Each reading with the label that counts. */
export function countedReadings(readings: Readings, lines: Lines, said: readonly Correction[]): Readings {
  const counted: Readings = {}
  for (const [reader, reading] of Object.entries(readings))
    counted[reader] = { ...reading, label: applyLine(reader, reading, lines).label }
  for (const { reader, label, by } of said)
    counted[reader] = { evidence: [], ...counted[reader], label, confidence: 1, reader: `person:${by}` }
  return counted
}
