import { sql } from 'kysely'
import type { z } from 'zod'
import type { invitationPage, invitationView } from '../../contract/team.ts'
import type { Tx } from '../db/database.ts'
import { packPageKey } from '../lib/page-key.ts'
import { nameDepartments } from './check-departments.ts'
import { notFound } from './problem.ts'
import { placeAfter } from './place-after.ts'

type InvitationView = z.infer<typeof invitationView>

/** Invitations that can still be taken, newest first. */
export async function listInvitations(
  tx: Tx,
  workspaceId: string,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<z.infer<typeof invitationPage>> {
  const place = placeAfter(after, 'id')?.[0]
  const rows = await open(tx, workspaceId)
    .$if(place !== undefined, (query) => query.where('invitation.id', '<', place!))
    .orderBy('invitation.id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = await Promise.all(rows.slice(0, limit).map((row) => present(tx, workspaceId, row)))
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? packPageKey([last.id]) : null }
}

/** One that can still be taken. */
export async function readInvitation(tx: Tx, workspaceId: string, id: string): Promise<InvitationView> {
  const row = await open(tx, workspaceId).where('invitation.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('invitation')
  return present(tx, workspaceId, row)
}

function open(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('invitation')
    .innerJoin('colleague', (join) =>
      join
        .onRef('colleague.workspaceId', '=', 'invitation.workspaceId')
        .onRef('colleague.id', '=', 'invitation.invitedBy'),
    )
    .select([
      'invitation.id',
      'invitation.email',
      'invitation.name',
      'invitation.bundle',
      'invitation.departmentIds',
      'invitation.createdAt',
      'invitation.expiresAt',
      'colleague.id as inviterId',
      'colleague.name as inviterName',
    ])
    .where('invitation.workspaceId', '=', workspaceId)
    .where('invitation.acceptedAt', 'is', null)
    .where('invitation.revokedAt', 'is', null)
    .where('invitation.expiresAt', '>', sql<Date>`now()`)
}

type Row = Awaited<ReturnType<ReturnType<typeof open>['execute']>>[number]

async function present(tx: Tx, workspaceId: string, row: Row): Promise<InvitationView> {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    bundle: row.bundle,
    departments: await nameDepartments(tx, workspaceId, row.departmentIds),
    invitedBy: { id: row.inviterId, name: row.inviterName },
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }
}
