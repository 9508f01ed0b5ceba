import { z } from 'zod'
import type { ConversationSummary } from '../../../contract/conversations.ts'
import { personDetail, personPage, personQuery } from '../../../contract/people.ts'
import { notFound } from '../../access/problem.ts'
import { type Route, route } from '../../access/route.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { isId } from '../../lib/id.ts'
import { listPeople } from './list-people.ts'
import { presentPerson, selectPeople } from './people-store.ts'

/** The newest conversations of a person that the asker may see; handed in, since conversations are another room's. */
export type RecentOf = (tx: Tx, who: Who, personId: string) => Promise<ConversationSummary[]>

/** The people who talk with us or about us. */
export function peopleRoutes(recentOf: RecentOf): Route[] {
  return [
    route({
      method: 'GET',
      path: '/people',
      right: 'people.read',
      summary: 'People you may see, the newest first; found by name or handle.',
      query: personQuery,
      answer: personPage,
      act: ({ tx, who, query }) => listPeople(tx, who, query),
    }),
    route({
      method: 'GET',
      path: '/people/:id',
      right: 'people.read',
      summary: 'One person, with their accounts and newest conversations.',
      params: z.object({ id: z.string() }),
      answer: personDetail,
      act: async ({ tx, who, params }) => {
        const row = isId(params.id)
          ? await selectPeople(tx, who).where('person.id', '=', params.id).executeTakeFirst()
          : undefined
        if (!row) throw notFound('person')
        return { ...presentPerson(row), recent: await recentOf(tx, who, row.id) }
      },
    }),
  ]
}
