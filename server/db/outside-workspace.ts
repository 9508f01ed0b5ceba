import { sql, type Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/*
 * Every question that may be asked outside a workspace transaction stands in this file, each with the few columns
 * that the role `earshot_lookup` may read. (Sign-in tables and migrations are the other two exceptions.)
 */

/** Ids of all workspaces: what the loops go over. */
export function listWorkspaces(db: Database): Promise<{ id: string; name: string }[]> {
  return lookUp(db, (tx) => tx.selectFrom('workspace').select(['id', 'name']).orderBy('id').execute())
}

/** The colleague an account is in each of its workspaces, oldest first. */
export function findColleagues(db: Database, accountId: string): Promise<{ workspaceId: string; id: string }[]> {
  return lookUp(db, (tx) =>
    tx
      .selectFrom('colleague')
      .select(['workspaceId', 'id'])
      .where('accountId', '=', accountId)
      .where('leftAt', 'is', null)
      .orderBy('id')
      .execute(),
  )
}

/** Whose API key this is, unless it was revoked. */
export function findKey(
  db: Database,
  keyHash: string,
): Promise<{ workspaceId: string; id: string; colleagueId: string } | undefined> {
  return lookUp(db, (tx) =>
    tx
      .selectFrom('apiKey')
      .select(['workspaceId', 'id', 'colleagueId'])
      .where('keyHash', '=', keyHash)
      .where('revokedAt', 'is', null)
      .executeTakeFirst(),
  )
}

/** Which channel stands behind an address that others push to. */
export function findDoor(
  db: Database,
  keyHash: string,
): Promise<{ workspaceId: string; id: string; kind: string } | undefined> {
  return lookUp(db, (tx) =>
    tx
      .selectFrom('channel')
      .select(['workspaceId', 'id', 'kind'])
      .where('doorKeyHash', '=', keyHash)
      .where('removedAt', 'is', null)
      .executeTakeFirst(),
  )
}

/** An invitation that can still be taken. */
export function findInvitation(
  db: Database,
  tokenHash: string,
): Promise<{ workspaceId: string; id: string } | undefined> {
  return lookUp(db, (tx) =>
    tx
      .selectFrom('invitation')
      .select(['workspaceId', 'id'])
      .where('tokenHash', '=', tokenHash)
      .where('acceptedAt', 'is', null)
      .where('revokedAt', 'is', null)
      .where('expiresAt', '>', sql<Date>`now()`)
      .executeTakeFirst(),
  )
}

/** Partitions for the months around now; run as the store's owner. Doing it again is harmless. */
export async function makeRoomForPosts(db: Database): Promise<void> {
  await sql`select make_room_for_posts((now() - interval '13 months')::date, (now() + interval '2 months')::date)`.execute(
    db.kysely,
  )
}

function lookUp<Result>(db: Database, ask: (tx: Transaction<Tables>) => Promise<Result>): Promise<Result> {
  return db.kysely.transaction().execute(async (tx) => {
    await sql`set local role earshot_lookup`.execute(tx)
    return ask(tx)
  })
}
