import { sql } from 'kysely'
import type { z } from 'zod'
import { departmentView, type departmentPage } from '../../../contract/team.ts'
import { placeAfter } from '../../access/place-after.ts'
import { notFound } from '../../access/problem.ts'
import type { Tx } from '../../db/database.ts'
import { packPageKey } from '../../lib/page-key.ts'

type DepartmentView = z.infer<typeof departmentView>

/** The departments in their order, with who is in them. */
export async function listDepartments(
  tx: Tx,
  workspaceId: string,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<z.infer<typeof departmentPage>> {
  const place = placeAfter(after, 'number', 'id')
  const rows = await select(tx, workspaceId)
    .$if(place !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('department.position', 'department.id'), '>', eb.tuple(Number(place![0]), place![1])),
      ),
    )
    .orderBy('department.position')
    .orderBy('department.id')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last ? packPageKey([String(last.position), last.id]) : null
  return { items: items.map((row) => present(row)), next }
}

/** One department. */
export async function readDepartment(tx: Tx, workspaceId: string, id: string): Promise<DepartmentView> {
  const row = await select(tx, workspaceId).where('department.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('department')
  return present(row)
}

function select(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('department')
    .select(['department.id', 'department.name', 'department.kind', 'department.position'])
    .select(['department.firstReplyMinutes', 'department.nextReplyMinutes'])
    .select(
      sql`(select coalesce(jsonb_agg(distinct jsonb_build_object('id', colleague.id, 'name', colleague.name)), '[]')
        from access_grant held
        join colleague on colleague.workspace_id = held.workspace_id and colleague.id = held.colleague_id
        where held.workspace_id = department.workspace_id and held.department_id = department.id
          and colleague.left_at is null and (held.ends_at is null or held.ends_at > now()))`.as('colleagues'),
    )
    .where('department.workspaceId', '=', workspaceId)
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function present(row: Row): DepartmentView {
  const colleagues = departmentView.shape.colleagues.parse(row.colleagues)
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    firstReplyMinutes: row.firstReplyMinutes,
    nextReplyMinutes: row.nextReplyMinutes,
    colleagues: colleagues.toSorted((a, b) => a.name.localeCompare(b.name)),
  }
}
