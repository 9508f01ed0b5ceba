import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { VersionDifference } from '../../../contract/topic-trials.ts'
import type { topicChange } from '../../../contract/topics.ts'
import { conflict, notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { record, wake } from '../../events.ts'
import type { Query } from '../../model/query.ts'
import { measureDifference } from '../trials/measure-difference.ts'
import { refuseUnfinished } from './decide-topic.ts'
import { keepVersion } from './keep-version.ts'
import { checkQueryHere, readNames } from './topic-names.ts'
import { refuseToBreakTopics } from './refuse-to-break-topics.ts'
import { sameName } from './same-name.ts'
import { refuseTakenName, refuseUnknownPlaces, refuseWhileReferredTo, saidAsTakenName } from './topic-references.ts'
import { findTopic } from './topic-store.ts'

type Kept = NonNullable<Awaited<ReturnType<typeof findTopic>>>
type Change = z.infer<typeof topicChange>

/** Changes a topic. Another query is another version; the ones before are kept. */
export async function changeTopic(
  tx: Tx,
  who: Who,
  { id, change, channelKinds }: { id: string; change: Change; channelKinds: readonly string[] },
): Promise<void> {
  const before = await findTopic(tx, who, { id, lock: true })
  if (!before) throw notFound('topic')
  if (change.version !== undefined && change.version !== before.version) throw changedMeanwhile(before.version)
  const after = merge(before, change)
  if (isSame(before, after)) return
  if (after.name !== before.name) await refuseTakenName(tx, after.name, id)
  if (!sameName(after.name, before.name)) await refuseWhileReferredTo(tx, before.name, 'name')
  await refuseUnknownPlaces(tx, changedPlaces(before, after))
  const names = await readNames(tx)
  const others = { ...names, topics: names.topics.filter((topic) => !sameName(topic.name, before.name)) }
  const check = (query: string) => checkQueryHere(query, { names: others, channelKinds, self: after.name })
  const checked = check(after.query)
  refuseUnfinished({ ...after, on: after.isOn }, checked)
  if (after.query !== before.query) {
    const changed = { name: after.name, query: after.query }
    refuseToBreakTopics(names, { ...others, topics: [...others.topics, changed] }, 'query')
  }
  await keep(tx, who, { before, after })
  if (after.query === before.query) return
  const queries = { before: check(before.query).query, after: checked.query }
  const difference = await differenceOf(tx, who, queries)
  await keepVersion(tx, who, {
    topicId: id,
    version: before.version + 1,
    query: after.query,
    why: change.why,
    difference,
  })
}

/** Nothing where one of the two is no query yet. */
async function differenceOf(
  tx: Tx,
  { workspaceId }: Who,
  { before, after }: { before: Query | undefined; after: Query | undefined },
): Promise<VersionDifference | null> {
  return before && after ? measureDifference(tx, workspaceId, { before, after }) : null
}

type Merged = ReturnType<typeof merge>

function merge(before: Kept, change: Change) {
  return {
    name: change.name ?? before.name,
    kind: change.kind ?? before.kind,
    query: change.query ?? before.query,
    purpose: change.purpose ?? before.purpose,
    action: change.action ?? before.action,
    ownerId: change.ownerId ?? before.ownerId,
    departmentId: change.department === undefined ? before.departmentId : change.department,
    isOn: change.on ?? before.isOn,
    dailyQuota: change.dailyQuota ?? before.dailyQuota,
  }
}

function isSame(before: Kept, after: Merged): boolean {
  return isDeepStrictEqual(after, merge(before, {}))
}

function changedPlaces(before: Kept, after: Merged) {
  return {
    ownerId: after.ownerId === before.ownerId ? null : after.ownerId,
    departmentId: after.departmentId === before.departmentId ? null : after.departmentId,
  }
}

async function keep(tx: Tx, who: Who, { before, after }: { before: Kept; after: Merged }): Promise<void> {
  const { workspaceId, colleagueId: by } = who
  const { id } = before
  const version = after.query === before.query ? before.version : before.version + 1
  try {
    await tx
      .updateTable('topic')
      .set({ ...after, version, changedAt: sql<Date>`clock_timestamp()`, changedBy: by })
      .where('id', '=', id)
      .execute()
  } catch (thrown) {
    throw saidAsTakenName(thrown, after.name)
  }
  await record(tx, workspaceId, { name: 'topic.changed', subjectId: id, by, details: { version } })
  if (after.isOn !== before.isOn) {
    const name = after.isOn ? 'topic.switched_on' : 'topic.switched_off'
    await record(tx, workspaceId, { name, subjectId: id, by, details: {} })
  }
  await wake(tx, workspaceId, 'topics')
}

function changedMeanwhile(version: number) {
  return conflict(
    'changed_meanwhile',
    `Somebody else changed this topic: it is at version ${version} now. Your text is not lost: look at theirs, then save again.`,
    'version',
  )
}
