import type { z } from 'zod'
import type { topicBody } from '../../../contract/topics.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { record, wake } from '../../events.ts'
import { newId } from '../../lib/id.ts'
import { refuseUnfinished } from './decide-topic.ts'
import { keepVersion } from './keep-version.ts'
import { checkQueryHere, readNames } from './topic-names.ts'
import { refuseTakenName, refuseUnknownPlaces, saidAsTakenName } from './topic-references.ts'

/** Makes a topic, switched on or off, with its first version. The owner is the caller unless said otherwise. */
export async function createTopic(
  tx: Tx,
  who: Who,
  { body, channelKinds }: { body: z.infer<typeof topicBody>; channelKinds: readonly string[] },
): Promise<string> {
  const ownerId = body.ownerId ?? who.colleagueId
  const departmentId = body.department ?? null
  await refuseTakenName(tx, body.name)
  await refuseUnknownPlaces(tx, { ownerId, departmentId })
  const names = await readNames(tx)
  refuseUnfinished({ ...body, ownerId }, checkQueryHere(body.query, { names, channelKinds, self: body.name }))

  const { workspaceId, colleagueId } = who
  const { name, kind, query, purpose, action, on, dailyQuota } = body
  const row = { workspaceId, id: newId(), name, kind, query, purpose, action, ownerId, departmentId }
  try {
    await tx
      .insertInto('topic')
      .values({ ...row, isOn: on, dailyQuota, changedBy: colleagueId, removedAt: null })
      .execute()
  } catch (thrown) {
    throw saidAsTakenName(thrown, name)
  }
  await keepVersion(tx, who, { topicId: row.id, version: 1, query, difference: null })
  await record(tx, workspaceId, { name: 'topic.created', subjectId: row.id, by: colleagueId, details: { version: 1 } })
  await wake(tx, workspaceId, 'topics')
  return row.id
}
