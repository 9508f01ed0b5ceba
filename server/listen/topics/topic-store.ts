import { sql } from 'kysely'
import { topicFilter } from '../../access/filters.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'

/** Topics that `who` may see, with the names a screen needs, in the order of their names. Removed ones are left out. */
export function selectTopics(tx: Tx, who: Who) {
  return tx
    .selectFrom('topic')
    .leftJoin('colleague as owner', 'owner.id', 'topic.ownerId')
    .leftJoin('colleague as changer', 'changer.id', 'topic.changedBy')
    .leftJoin('department', 'department.id', 'topic.departmentId')
    .where('topic.removedAt', 'is', null)
    .where(topicFilter(who))
    .select([
      'topic.id',
      'topic.name',
      'topic.kind',
      'topic.query',
      'topic.purpose',
      'topic.action',
      'topic.ownerId',
      'owner.name as ownerName',
      'topic.departmentId',
      'department.name as departmentName',
      'topic.isOn',
      'topic.version',
      'topic.dailyQuota',
      'topic.changedAt',
      'topic.changedBy',
      'changer.name as changerName',
    ])
    .orderBy((eb) => eb.fn<string>('lower', ['topic.name']))
    .orderBy('topic.id')
}

export type TopicRow = Awaited<ReturnType<ReturnType<typeof selectTopics>['execute']>>[number]

/** Matches of the last seven days by topic and day; days without any are left out. */
export function countWeek(tx: Tx, topicIds: readonly string[]) {
  if (topicIds.length === 0) return Promise.resolve([])
  return tx
    .selectFrom('topicDay')
    .select(['topicId', 'day', 'matches', 'leftOut'])
    .where('topicId', 'in', topicIds)
    .where('day', '>', sql<string>`(now() at time zone 'UTC')::date - 7`)
    .execute()
}

export type WeekRow = Awaited<ReturnType<typeof countWeek>>[number]

/** One topic that `who` may see; undefined when there is none. `lock` keeps others from changing it meanwhile. */
export function findTopic(tx: Tx, who: Who, { id, lock = false }: { id: string; lock?: boolean }) {
  const found = tx
    .selectFrom('topic')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .where(topicFilter(who))
  return (lock ? found.forUpdate() : found).executeTakeFirst()
}
