import type { z } from 'zod'
import type { keyPage, keyView } from '../../contract/team.ts'
import type { Tx } from '../db/database.ts'
import { packPageKey } from '../lib/page-key.ts'
import { notFound } from './problem.ts'
import { placeAfter } from './place-after.ts'

/** The API keys that hold, newest first. */
export async function listKeys(
  tx: Tx,
  workspaceId: string,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<z.infer<typeof keyPage>> {
  const place = placeAfter(after, 'id')?.[0]
  const rows = await select(tx, workspaceId)
    .$if(place !== undefined, (query) => query.where('apiKey.id', '<', place!))
    .orderBy('apiKey.id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map((row) => present(row))
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? packPageKey([last.id]) : null }
}

/** One API key that holds. */
export async function readKey(tx: Tx, workspaceId: string, id: string): Promise<z.infer<typeof keyView>> {
  const row = await select(tx, workspaceId).where('apiKey.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('key')
  return present(row)
}

function select(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('apiKey')
    .innerJoin('colleague', (join) =>
      join.onRef('colleague.workspaceId', '=', 'apiKey.workspaceId').onRef('colleague.id', '=', 'apiKey.colleagueId'),
    )
    .select([
      'apiKey.id',
      'apiKey.name',
      'apiKey.createdAt',
      'apiKey.lastUsedAt',
      'colleague.id as colleagueId',
      'colleague.name as colleagueName',
    ])
    .where('apiKey.workspaceId', '=', workspaceId)
    .where('apiKey.revokedAt', 'is', null)
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function present(row: Row): z.infer<typeof keyView> {
  return {
    id: row.id,
    name: row.name,
    colleague: { id: row.colleagueId, name: row.colleagueName },
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }
}
