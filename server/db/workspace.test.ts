import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../tests/database.ts'
import { aConversation, aWorkspace } from '../../tests/factories.ts'
import { findColleagues, listWorkspaces } from './outside-workspace.ts'
import { openDatabase } from './database.ts'
import { inWorkspace } from './workspace.ts'

const db = await testDatabase()
const mine = await aWorkspace(db, 'Mine')
const theirs = await aWorkspace(db, 'Theirs')
await aConversation(theirs, { text: 'a secret of theirs' })

/** One connection alone, so that what one transaction leaves behind would be met by the next. */
async function onOneConnection<Result>(work: (single: typeof db) => Promise<Result>): Promise<Result> {
  const single = openDatabase(db.connection, 1)
  try {
    return await work(single)
  } finally {
    await single.close()
  }
}
const standing = (single: typeof db) =>
  sql<{ role: string; workspace: string | null }>`
    select current_user as role, nullif(current_setting('earshot.workspace', true), '') as workspace`
    .execute(single.kysely)
    .then(({ rows }) => rows[0])

describe('a transaction sees one workspace', () => {
  test('only its rows, and it cannot write into another', async () => {
    const names = await mine.inside((tx) => tx.selectFrom('workspace').select('name').execute())
    expect(names).toEqual([{ name: 'Mine' }])
    expect(await mine.inside((tx) => tx.selectFrom('post').selectAll().execute())).toEqual([])
    const taken = await mine.inside((tx) =>
      tx
        .updateTable('department')
        .set({ name: 'Taken' })
        .where('workspaceId', '=', theirs.workspaceId)
        .executeTakeFirst(),
    )
    expect(taken.numUpdatedRows).toBe(0n)
    await expect(
      mine.inside((tx) =>
        sql`insert into tap (workspace_id, id, conversation_id, place)
          select ${theirs.workspaceId}, gen_random_uuid(), gen_random_uuid(), 'here'`.execute(tx),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('without a workspace there is nothing at all', async () => {
    const posts = inWorkspace(db, '', (tx) => tx.selectFrom('post').selectAll().execute())
    expect(await posts.catch(() => [])).toEqual([])
  })

  test.each([
    ['switch the fences off', `set local row_security = off; select text from post`],
    ['become somebody else', `set local role postgres`],
    ['change the tables', `alter table post disable row level security`],
    ['drop a policy', `drop table post`],
    ['make a role', `create role stronger superuser`],
  ])('it may not %s', async (_, statement) => {
    const before = await theirs.inside((tx) => tx.selectFrom('post').select('text').execute())
    const tried = mine.inside(async (tx) => {
      let rows: unknown[] = []
      for (const each of statement.split('; ')) rows = (await sql.raw(each).execute(tx)).rows
      return rows
    })
    expect(await tried.catch(() => [])).toEqual([])
    expect(await theirs.inside((tx) => tx.selectFrom('post').select('text').execute())).toEqual(before)
  })

  test('its role can neither bypass the fences nor own a table', async () => {
    const { rows } = await sql<{ strong: boolean; owns: number }>`
      select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong,
        (select count(*)::int from pg_class where relowner = pg_roles.oid) as owns
      from pg_roles where rolname in ('earshot_app', 'earshot_lookup')`.execute(db.kysely)
    expect(rows).toEqual([
      { strong: false, owns: 0 },
      { strong: false, owns: 0 },
    ])
  })
})

describe('a connection carries nothing from one transaction into the next', () => {
  test('after success', () =>
    onOneConnection(async (single) => {
      const before = await standing(single)
      await inWorkspace(single, mine.workspaceId, (tx) => tx.selectFrom('workspace').select('name').execute())
      expect(await standing(single)).toEqual(before)
      expect(before?.workspace).toBeNull()
    }))

  test.each([
    ['an error of ours', async () => Promise.reject(new Error('ours'))],
    ['an error of the store', (tx: Parameters<Parameters<typeof inWorkspace>[2]>[0]) => sql`select 1 / 0`.execute(tx)],
  ])('after %s', (_, work) =>
    onOneConnection(async (single) => {
      const before = await standing(single)
      await expect(inWorkspace<unknown>(single, theirs.workspaceId, work)).rejects.toThrow()
      expect(await standing(single)).toEqual(before)
      const names = await inWorkspace(single, mine.workspaceId, (tx) =>
        tx.selectFrom('workspace').select('name').execute(),
      )
      expect(names).toEqual([{ name: 'Mine' }])
    }),
  )
})

describe('outside a workspace', () => {
  test('the loops find every workspace, an account the places it works in', async () => {
    expect((await listWorkspaces(db)).map(({ name }) => name)).toEqual(['Mine', 'Theirs'])
    const [row] = await mine.inside((tx) =>
      tx.selectFrom('colleague').select(['id', 'accountId']).where('id', '=', mine.owner.colleagueId).execute(),
    )
    const found = () => findColleagues(db, row?.accountId ?? '')
    expect(await found()).toEqual([{ workspaceId: mine.workspaceId, id: row?.id }])
    await mine.inside((tx) =>
      tx.updateTable('colleague').set({ leftAt: new Date() }).where('id', '=', mine.owner.colleagueId).execute(),
    )
    expect(await found()).toEqual([])
  })

  test.each(['select text from post', 'select name from colleague', 'select settings from channel'])(
    'the role that looks up may not: %s',
    async (question) => {
      const asked = db.kysely.transaction().execute(async (tx) => {
        await sql`set local role earshot_lookup`.execute(tx)
        return sql.raw(question).execute(tx)
      })
      await expect(asked).rejects.toThrow(/permission denied/)
    },
  )
})
