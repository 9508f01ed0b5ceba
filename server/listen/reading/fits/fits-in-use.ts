import type { Tx } from '../../../db/database.ts'
import type { Readings } from '../../../model/reading.ts'
import { cutPost } from '../cut-post.ts'
import type { ReadablePost } from '../readable-post.ts'
import { applyFit } from './apply-fit.ts'
import type { Fit } from './fit.ts'

/** A fit that is switched on. */
export interface FitInUse extends Fit {
  id: string
  reader: string
  number: number
  base: string
}

/** Fits as they were last read, by id: one is never changed, so it is unpacked once. */
const unpacked = new Map<string, FitInUse>()
const mostUnpacked = 200

/** The fits that are switched on in a workspace. */
export async function readFitsInUse(tx: Tx, workspaceId: string): Promise<FitInUse[]> {
  const on = await tx
    .selectFrom('readerFit')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('isOn', '=', true)
    .execute()
  const missing = on.filter(({ id }) => !unpacked.has(id))
  if (missing.length > 0) await unpack(tx, workspaceId, missing)
  return on.flatMap(({ id }) => unpacked.get(id) ?? [])
}

async function unpack(tx: Tx, workspaceId: string, missing: readonly { id: string }[]): Promise<void> {
  const rows = await tx
    .selectFrom('readerFit')
    .select(['id', 'reader', 'number', 'base', 'labels', 'temperature', 'offsets', 'hashes', 'weights'])
    .where('workspaceId', '=', workspaceId)
    .where(
      'id',
      'in',
      missing.map(({ id }) => id),
    )
    .execute()
  if (unpacked.size > mostUnpacked) unpacked.clear()
  for (const row of rows) {
    // The bytes are copied: what the driver hands out does not begin where numbers may.
    const hashes = new Uint32Array(new Uint8Array(row.hashes).buffer)
    const weights = new Float32Array(new Uint8Array(row.weights).buffer)
    unpacked.set(row.id, { ...row, hashes, weights })
  }
}

/** Readings with what the workspace taught the readers. A fit made on another version of its reader rests. */
export function fitReadings(fits: readonly FitInUse[], post: ReadablePost, readings: Readings): Readings {
  const fitting = fits.filter(({ reader, base }) => readings[reader]?.reader === base)
  if (fitting.length === 0) return readings
  const cut = cutPost(post)
  const fitted = { ...readings }
  for (const fit of fitting) {
    const said = readings[fit.reader]!
    fitted[fit.reader] = { ...applyFit(fit, cut, said), reader: `${fit.base}+${fit.number}` }
  }
  return fitted
}
