import { sql } from 'kysely'
import { topicFilter } from '../../access/filters.ts'
import { conflict } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import type { Query } from '../../model/query.ts'
import { childrenOf } from '../../model/query.ts'
import { parseQuery } from '../topics/parse-query.ts'
import { foldName } from '../topics/same-name.ts'

interface Using {
  id: string
  name: string
  /** Whether the reader may see this topic. */
  isShown: boolean
}

/** The topics whose query names a list, by the name of the list as names are compared. */
export async function topicsUsingLists(tx: Tx, who: Who): Promise<Map<string, Using[]>> {
  const topics = await tx
    .selectFrom('topic')
    .select(['id', 'name', 'query', sql<boolean>`${topicFilter(who)}`.as('isShown')])
    .where('removedAt', 'is', null)
    .where('query', 'ilike', '%list:%')
    .orderBy((eb) => eb.fn<string>('lower', ['name']))
    .execute()
  const using = new Map<string, Using[]>()
  for (const { query, id, name, isShown } of topics) {
    for (const list of listsIn(parseQuery(query).query)) {
      using.set(list, [...(using.get(list) ?? []), { id, name, isShown }])
    }
  }
  return using
}

function listsIn(query: Query | undefined, found = new Set<string>()): Set<string> {
  if (query?.kind === 'field' && query.field === 'list') found.add(foldName(query.value))
  if (query) for (const child of childrenOf(query)) listsIn(child, found)
  return found
}

const mostNamed = 10

/** Refuses to rename or remove a list while a topic says `list:` and its name. The topics are named. */
export async function refuseWhileUsed(tx: Tx, who: Who, { name, field }: { name: string; field?: string }) {
  const using = (await topicsUsingLists(tx, who)).get(foldName(name)) ?? []
  if (using.length === 0) return
  const named = using.filter((topic) => topic.isShown).slice(0, mostNamed)
  const more = using.length - named.length
  const parts = [...named.map((topic) => `“${topic.name}”`), ...(more > 0 ? [`${more} more`] : [])]
  const message = `${using.length === 1 ? 'A topic looks' : 'Topics look'} into this list (list:${name}): ${parts.join(', ')}. Take that out of ${using.length === 1 ? 'its query' : 'their queries'} first.`
  throw conflict('list_in_use', message, field)
}
