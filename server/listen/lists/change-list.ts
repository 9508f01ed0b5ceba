import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { listChange } from '../../../contract/lists.ts'
import { conflict, notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { record, wake } from '../../events.ts'
import { refuseToBreakTopics } from '../topics/refuse-to-break-topics.ts'
import { sameName } from '../topics/same-name.ts'
import { readNames } from '../topics/topic-names.ts'
import { checkEntries } from './check-entries.ts'
import { lockList, saidAsTakenName } from './list-store.ts'
import { refuseWhileUsed } from './topics-using.ts'

/** Changes a list. Topics that name it listen for its new entries from the next post on. */
export async function changeList(
  tx: Tx,
  who: Who,
  { id, change }: { id: string; change: z.infer<typeof listChange> },
): Promise<void> {
  const before = await lockList(tx, id)
  if (!before) throw notFound('list')
  if (change.version !== undefined && change.version !== before.version) throw changedMeanwhile(before.version)
  const name = change.name ?? before.name
  const entries = change.entries ? checkEntries(before.kind, change.entries) : before.entries
  if (name === before.name && isDeepStrictEqual(entries, before.entries)) return
  if (!sameName(name, before.name)) await refuseWhileUsed(tx, who, { name: before.name, field: 'name' })
  if (change.entries) await refuseLargerTopics(tx, { ...before, entries })

  const version = before.version + 1
  const after = { name, entries, version, changedBy: who.colleagueId, changedAt: sql<Date>`clock_timestamp()` }
  try {
    await tx.updateTable('list').set(after).where('id', '=', id).execute()
  } catch (thrown) {
    throw saidAsTakenName(thrown, name)
  }
  const by = who.colleagueId
  await record(tx, who.workspaceId, { name: 'list.changed', subjectId: id, by, details: { version } })
  await wake(tx, who.workspaceId, 'topics')
}

type Changed = NonNullable<Awaited<ReturnType<typeof lockList>>>

async function refuseLargerTopics(tx: Tx, changed: Changed): Promise<void> {
  const before = await readNames(tx)
  const lists = before.lists.map((list) => (list.name === changed.name ? changed : list))
  refuseToBreakTopics(before, { ...before, lists }, 'entries')
}

function changedMeanwhile(version: number) {
  return conflict(
    'changed_meanwhile',
    `Somebody else changed this list: it is at version ${version} now. Your text is not lost: look at theirs, then save again.`,
    'version',
  )
}
