import { sql } from 'kysely'
import { conflict } from '../../access/problem.ts'
import type { Tx } from '../../db/database.ts'

/** Shared lists in the order of their names, with how many entries each has but without these. */
export function selectLists(tx: Tx) {
  return tx
    .selectFrom('list')
    .leftJoin('colleague as changer', 'changer.id', 'list.changedBy')
    .select([
      'list.id',
      'list.name',
      'list.kind',
      'list.version',
      'list.changedAt',
      'list.changedBy',
      'changer.name as changerName',
      sql<number>`cardinality(list.entries)`.as('count'),
    ])
    .orderBy((eb) => eb.fn<string>('lower', ['list.name']))
    .orderBy('list.id')
}

export type ListShown = Awaited<ReturnType<ReturnType<typeof selectLists>['execute']>>[number]

/** One list, kept from being changed by others until the transaction ends; undefined when there is none. */
export function lockList(tx: Tx, id: string) {
  return tx.selectFrom('list').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Two lists of one name, whatever its case: the database tells it, and we say it in words. */
export function saidAsTakenName(thrown: unknown, name: string): unknown {
  const isTaken = thrown instanceof Error && 'constraint' in thrown && thrown.constraint === 'list_name'
  if (!isTaken) return thrown
  return conflict('name_taken', `There is already a list “${name}”. Choose another name, or change that one.`, 'name')
}
