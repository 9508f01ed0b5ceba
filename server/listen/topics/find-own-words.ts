import { topicFilter } from '../../access/filters.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { ownWordsOf } from '../trials/own-words.ts'
import { parseQuery } from './parse-query.ts'

/**
 * The words by which our own names are listened for, and those of the topics named: of course they stand in what was found
 * by them. What lists hold is not among them.
 */
export async function findOwnWords(
  tx: Tx,
  who: Who,
  topicIds: readonly (string | undefined)[],
): Promise<(word: string) => boolean> {
  const ids = topicIds.filter((id) => id !== undefined)
  const topics = await tx
    .selectFrom('topic')
    .where('workspaceId', '=', who.workspaceId)
    .where('removedAt', 'is', null)
    .where(topicFilter(who))
    .where((eb) => eb.or([eb('kind', '=', 'brand'), ...(ids.length > 0 ? [eb('id', 'in', ids)] : [])]))
    .select('query')
    .execute()
  const own = topics.flatMap(({ query }) => parseQuery(query).query ?? []).map(ownWordsOf)
  return (word) => own.some((isOwn) => isOwn(word))
}
