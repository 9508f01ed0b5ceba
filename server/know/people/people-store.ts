import { sql } from 'kysely'
import type { PersonView } from '../../../contract/people.ts'
import { conversationFilter, personFilter } from '../../access/filters.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'

const mostCounted = 1_000

/** People the asker may see, with what they may see of their conversations (counted up to 1,000). */
export function selectPeople(tx: Tx, who: Who) {
  return tx
    .selectFrom('person')
    .where('person.workspaceId', '=', who.workspaceId)
    .where(personFilter(who))
    .select(['person.id', 'person.name'])
    .select((eb) => {
      const own = eb
        .selectFrom('conversation')
        .whereRef('conversation.workspaceId', '=', 'person.workspaceId')
        .whereRef('conversation.personId', '=', 'person.id')
        .where(conversationFilter(who))
      const some = own.select('conversation.turn').limit(mostCounted).as('some')
      return [
        eb
          .selectFrom(some)
          .select(sql<number>`count(*)::int`.as('count'))
          .as('conversations'),
        eb
          .selectFrom(some)
          .select(sql<number>`count(*) filter (where turn = 'ours')::int`.as('count'))
          .as('waiting'),
        own.select((of) => of.fn.max('conversation.lastActivityAt').as('at')).as('lastSpokeAt'),
        sql<IdentityRow[]>`coalesce((
          select jsonb_agg(jsonb_build_object('id', identity.id, 'idSpace', identity.id_space, 'handle', identity.handle,
            'name', identity.name, 'url', identity.url) order by identity.id)
          from identity where identity.workspace_id = person.workspace_id and identity.person_id = person.id), '[]')`.as(
          'identities',
        ),
      ]
    })
}

interface IdentityRow {
  id: string
  idSpace: string
  handle: string
  name: string | null
  url: string | null
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof selectPeople>['execute']>>[number]

export function presentPerson(row: PersonRow): PersonView {
  return {
    id: row.id,
    name: row.name,
    identities: row.identities.map(({ idSpace, ...identity }) => ({ ...identity, network: networkOf(idSpace) })),
    conversations: row.conversations ?? 0,
    waiting: row.waiting ?? 0,
    lastSpokeAt: row.lastSpokeAt?.toISOString() ?? null,
  }
}

/** `mastodon:example.social` is the network `mastodon`. */
function networkOf(idSpace: string): string {
  return idSpace.split(':', 1)[0] ?? idSpace
}
