import type { ListKind } from '../../../contract/lists.ts'
import type { Tx } from '../../db/database.ts'
import type { Query } from '../../model/query.ts'
import { readEntry } from './read-entry.ts'

/** A shared list as `list:` finds it. */
export interface NamedList {
  name: string
  kind: ListKind
  entries: readonly string[]
}

/** Every shared list of the workspace: what `list:` can lead to. */
export function readNamedLists(tx: Tx): Promise<NamedList[]> {
  return tx.selectFrom('list').select(['name', 'kind', 'entries']).execute()
}

/** The entries of a list, joined by OR. Entries were checked before they were kept. */
export function queryOfList({ kind, entries }: NamedList): Query | undefined {
  const of = entries.flatMap((entry) => {
    const read = readEntry(kind, entry)
    return 'query' in read ? [read.query] : []
  })
  return of.length < 2 ? of[0] : { kind: 'or', of }
}
