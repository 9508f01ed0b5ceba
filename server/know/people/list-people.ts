import { sql } from 'kysely'
import type { z } from 'zod'
import type { personPage, personQuery } from '../../../contract/people.ts'
import { placeAfter } from '../../access/place-after.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { packPageKey } from '../../lib/page-key.ts'
import { presentPerson, selectPeople } from './people-store.ts'

/** People, whom we heard first last; `q` finds them by a part of their name or handle. */
export async function listPeople(
  tx: Tx,
  who: Who,
  { limit, after, q }: z.infer<typeof personQuery>,
): Promise<z.infer<typeof personPage>> {
  const place = placeAfter(after, 'id')?.[0]
  const rows = await selectPeople(tx, who)
    .$if(Boolean(q?.trim()), (people) => people.where(isCalled(q?.trim() ?? '')))
    .$if(place !== undefined, (people) => people.where('person.id', '<', place!))
    .orderBy('person.id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(presentPerson)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? packPageKey([last.id]) : null }
}

function isCalled(part: string) {
  const like = `%${part.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return sql<boolean>`(person.name ilike ${like} or exists (select 1 from identity
    where identity.workspace_id = person.workspace_id and identity.person_id = person.id
    and (identity.handle ilike ${like} or identity.name ilike ${like})))`
}
