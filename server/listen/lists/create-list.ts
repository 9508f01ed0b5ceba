import type { z } from 'zod'
import type { listBody } from '../../../contract/lists.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { record, wake } from '../../events.ts'
import { newId } from '../../lib/id.ts'
import { checkEntries } from './check-entries.ts'
import { saidAsTakenName } from './list-store.ts'

/** Makes a shared list. Every entry is checked; a wrong one is named with its line. */
export async function createList(tx: Tx, who: Who, { name, kind, entries }: z.infer<typeof listBody>): Promise<string> {
  const { workspaceId, colleagueId: by } = who
  const id = newId()
  const row = { workspaceId, id, name, kind, entries: checkEntries(kind, entries), changedBy: by }
  try {
    await tx.insertInto('list').values(row).execute()
  } catch (thrown) {
    throw saidAsTakenName(thrown, name)
  }
  await record(tx, workspaceId, { name: 'list.created', subjectId: id, by, details: { version: 1 } })
  await wake(tx, workspaceId, 'topics')
  return id
}
