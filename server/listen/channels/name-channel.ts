import { conflict, refused } from '../../access/problem.ts'
import type { Tx } from '../../db/database.ts'

/** Refuses a name that another channel has already, whatever its case. */
export async function refuseTakenName(tx: Tx, name: string, ownId?: string): Promise<void> {
  const other = await tx
    .selectFrom('channel')
    .select(['id', 'name'])
    .where((eb) => eb(eb.fn<string>('lower', ['name']), '=', eb.fn<string>('lower', [eb.val(name)])))
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (other && other.id !== ownId) throw takenName(other.name)
}

/** Two people chose the same name in the same moment: the database tells it, and we say it as above. */
export function saidAsTakenName(thrown: unknown, name: string): unknown {
  const isTaken = thrown instanceof Error && 'constraint' in thrown && thrown.constraint === 'channel_name'
  return isTaken ? takenName(name) : thrown
}

/** A name nobody has yet: the wanted one, or with a number behind it. */
export async function freeName(tx: Tx, wanted: string): Promise<string> {
  const rows = await tx.selectFrom('channel').select('name').where('removedAt', 'is', null).execute()
  const taken = new Set(rows.map((row) => row.name.toLowerCase()))
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} ${number}`
    if (!taken.has(name.toLowerCase())) return name
  }
}

/** Refuses a department that is not there. */
export async function refuseUnknownDepartment(tx: Tx, id: string | null): Promise<void> {
  if (id === null) return
  const department = await tx.selectFrom('department').select('id').where('id', '=', id).executeTakeFirst()
  if (!department) throw refused('department', 'There is no department with this id. Choose another one.')
}

function takenName(name: string) {
  return conflict('name_taken', `There is already a channel “${name}”. Choose another name.`, 'name')
}
