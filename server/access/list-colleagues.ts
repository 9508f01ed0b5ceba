import { sql } from 'kysely'
import { z } from 'zod'
import type { ColleagueView, colleaguePage } from '../../contract/team.ts'
import type { Tx } from '../db/database.ts'
import { bundles } from '../model/grant.ts'
import { packPageKey } from '../lib/page-key.ts'
import { notFound } from './problem.ts'
import { placeAfter } from './place-after.ts'

/** The colleagues by name; those who have left come along, since what they did still stands. */
export async function listColleagues(
  tx: Tx,
  workspaceId: string,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<z.infer<typeof colleaguePage>> {
  const place = placeAfter(after, 'text', 'id')
  const rows = await select(tx, workspaceId)
    .$if(place !== undefined, (query) =>
      query.where((eb) =>
        eb(
          eb.refTuple(eb.fn<string>('lower', ['colleague.name']), 'colleague.id'),
          '>',
          eb.tuple(place![0], place![1]),
        ),
      ),
    )
    .orderBy(sql`lower(colleague.name)`)
    .orderBy('colleague.id')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map((row) => present(row))
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? packPageKey([last.name.toLowerCase(), last.id]) : null }
}

/** One colleague. */
export async function readColleague(tx: Tx, workspaceId: string, id: string): Promise<ColleagueView> {
  const row = await select(tx, workspaceId).where('colleague.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('colleague')
  return present(row)
}

function select(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('colleague')
    .select(['colleague.id', 'colleague.name', 'colleague.email', 'colleague.leftAt'])
    .select(
      sql`(select coalesce(jsonb_agg(jsonb_build_object('id', held.id, 'bundle', held.bundle, 'endsAt', held.ends_at,
          'departmentId', department.id, 'department', department.name) order by department.position), '[]')
        from access_grant held
        left join department on department.workspace_id = held.workspace_id and department.id = held.department_id
        where held.workspace_id = colleague.workspace_id and held.colleague_id = colleague.id
          and (held.ends_at is null or held.ends_at > now()))`.as('grants'),
    )
    .where('colleague.workspaceId', '=', workspaceId)
}

const heldGrants = z.array(
  z.object({
    id: z.string(),
    bundle: z.enum(bundles),
    endsAt: z.string().nullable(),
    departmentId: z.string().nullable(),
    department: z.string().nullable(),
  }),
)

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function present({ id, name, email, leftAt, grants }: Row): ColleagueView {
  return {
    id,
    name,
    email,
    leftAt: leftAt?.toISOString() ?? null,
    grants: heldGrants.parse(grants).map((held) => ({
      id: held.id,
      bundle: held.bundle,
      department: held.departmentId === null ? null : { id: held.departmentId, name: held.department ?? '' },
      endsAt: held.endsAt === null ? null : new Date(held.endsAt).toISOString(),
    })),
  }
}
