import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { findTopic } from './topic-store.ts'

/** Every version of a topic's query, the newest first, with what it found more and less than the one before. */
export async function listVersions(tx: Tx, who: Who, topicId: string) {
  if (!(await findTopic(tx, who, { id: topicId }))) throw notFound('topic')
  const rows = await tx
    .selectFrom('topicVersion')
    .leftJoin('colleague', 'colleague.id', 'topicVersion.by')
    .select(['version', 'query', 'at', 'by', 'colleague.name', 'why', 'added', 'removed', 'isExact'])
    .where('topicId', '=', topicId)
    .orderBy('version', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ version, query, at, by, name, why, added, removed, isExact }) => ({
    version,
    query,
    at: at.toISOString(),
    by: by === null ? null : { id: by, name: name ?? '' },
    why,
    difference: added === null || removed === null ? null : { added, removed, exact: isExact },
  }))
}
