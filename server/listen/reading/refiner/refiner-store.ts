import type { Selectable } from 'kysely'
import { z } from 'zod'
import { refinableReader } from '../../../../contract/refiner.ts'
import { type Keyring, unseal } from '../../../access/seal.ts'
import type { Tx } from '../../../db/database.ts'
import type { RefinerTable } from '../../../db/reading-tables.ts'
import type { RefinerLine } from './ask-refiner.ts'

export type RefinerRow = Selectable<RefinerTable>

/** The refiner of a workspace, on or off; undefined where none was ever set up. */
export function readRefiner(tx: Tx, workspaceId: string): Promise<RefinerRow | undefined> {
  return tx.selectFrom('refiner').selectAll().where('workspaceId', '=', workspaceId).executeTakeFirst()
}

/** How to ask it, with its key opened. */
export function lineOfRefiner(keyring: Keyring, row: RefinerRow): RefinerLine {
  const key = row.key === null ? null : z.string().parse(unseal(keyring, row.key, row))
  return { address: row.address, model: row.model, key }
}

/** The readers it is asked about that there are still. */
export function readersOfRefiner(row: Pick<RefinerRow, 'readers'>) {
  return row.readers.flatMap((name) => refinableReader.safeParse(name).data ?? [])
}
