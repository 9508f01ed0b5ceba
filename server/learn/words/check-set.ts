import { topicFilter } from '../../access/filters.ts'
import type { PostSet } from '../../access/post-set.ts'
import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { isId } from '../../lib/id.ts'

/** Lets no set pass that names a topic, a channel or a department that is not there for the asker. Throws `not_found`. */
export async function checkSet(tx: Tx, who: Who, { topic, channel, department }: PostSet): Promise<void> {
  if (topic !== undefined && !(await isThere(tx, who, { table: 'topic', id: topic }))) throw notFound('topic')
  if (channel !== undefined && !(await isThere(tx, who, { table: 'channel', id: channel }))) throw notFound('channel')
  if (department !== undefined && !(await isThere(tx, who, { table: 'department', id: department })))
    throw notFound('department')
}

interface Listed {
  table: 'topic' | 'channel' | 'department'
  id: string
}

async function isThere(tx: Tx, who: Who, { table, id }: Listed): Promise<boolean> {
  if (!isId(id)) return false
  const found = await tx
    .selectFrom(table)
    .select('id')
    .where('workspaceId', '=', who.workspaceId)
    .where('id', '=', id)
    .$if(table === 'topic', (topics) => topics.where(topicFilter(who)))
    .executeTakeFirst()
  return found !== undefined
}
