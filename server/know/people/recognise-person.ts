import type { Selectable } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { IdentityTable } from '../../db/answering-tables.ts'
import { newId } from '../../lib/id.ts'
import type { Author } from '../../model/post.ts'

export interface Recognised {
  personId: string
  identityId: string
}

/**
 * The person behind an account, made when it is heard for the first time. One account is one identity; its handle, name
 * and reach follow what the network says now. Asking again changes nothing.
 */
export async function recognisePerson(
  tx: Tx,
  { workspaceId, idSpace, author }: { workspaceId: string; idSpace: string; author: Author },
): Promise<Recognised> {
  const known = await findIdentity(tx, workspaceId, idSpace, author.id)
  if (!known)
    return (
      (await makePerson(tx, { workspaceId, idSpace, author })) ?? recognisePerson(tx, { workspaceId, idSpace, author })
    )
  if (hasChanged(known, author)) await followChange(tx, known, author)
  return { personId: known.personId, identityId: known.id }
}

type Identity = Selectable<IdentityTable>

function findIdentity(tx: Tx, workspaceId: string, idSpace: string, externalId: string): Promise<Identity | undefined> {
  return tx
    .selectFrom('identity')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('idSpace', '=', idSpace)
    .where('externalId', '=', externalId)
    .executeTakeFirst()
}

/** Undefined when another transaction has made this identity meanwhile; then it can be found. */
async function makePerson(
  tx: Tx,
  { workspaceId, idSpace, author }: { workspaceId: string; idSpace: string; author: Author },
): Promise<Recognised | undefined> {
  const personId = newId()
  const identityId = newId()
  await tx
    .insertInto('person')
    .values({ workspaceId, id: personId, name: calledBy(author) })
    .execute()
  const made = await tx
    .insertInto('identity')
    .values({ workspaceId, id: identityId, personId, idSpace, externalId: author.id, ...profileOf(author) })
    .onConflict((row) => row.columns(['workspaceId', 'idSpace', 'externalId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return { personId, identityId }
  await tx.deleteFrom('person').where('workspaceId', '=', workspaceId).where('id', '=', personId).execute()
  return undefined
}

/** The account has another name now; a person who is called by it follows, one whom we named does not. */
async function followChange(tx: Tx, known: Identity, author: Author): Promise<void> {
  await tx
    .updateTable('identity')
    .set({ ...profileOf(author), seenAt: new Date() })
    .where('workspaceId', '=', known.workspaceId)
    .where('id', '=', known.id)
    .execute()
  await tx
    .updateTable('person')
    .set({ name: calledBy(author) })
    .where('workspaceId', '=', known.workspaceId)
    .where('id', '=', known.personId)
    .where('name', '=', known.name ?? known.handle)
    .execute()
}

function hasChanged(known: Identity, author: Author): boolean {
  const now = profileOf(author)
  return (
    known.handle !== now.handle ||
    known.name !== now.name ||
    known.url !== now.url ||
    (now.followers !== null && known.followers !== now.followers)
  )
}

function profileOf(author: Author) {
  return {
    handle: author.handle,
    name: author.name?.trim() || null,
    url: author.url ?? null,
    followers: author.followers === undefined ? null : String(Math.max(0, Math.trunc(author.followers))),
  }
}

function calledBy(author: Author): string {
  return author.name?.trim() || author.handle || author.id
}
