import type { Tx } from '../db/database.ts'
import { record } from '../events.ts'
import { newId } from '../lib/id.ts'
import type { Bundle } from '../model/grant.ts'
import { enterWorkspace } from './sign-in-transaction.ts'

/** The departments a workspace begins with; their names can be changed, their kinds cannot. */
const firstDepartments = [
  ['service', 'Service'],
  ['product', 'Product'],
  ['sales', 'Sales'],
  ['marketing', 'Marketing'],
  ['agency', 'Agency'],
  ['executives', 'Executives'],
  ['legal', 'Legal'],
  ['people', 'People'],
  ['community', 'Community'],
] as const

/** Makes a workspace with its departments; the transaction is in it afterwards. Returns its id. */
export async function openWorkspace(tx: Tx, name: string): Promise<string> {
  const workspaceId = newId()
  await enterWorkspace(tx, workspaceId)
  await tx.insertInto('workspace').values({ id: workspaceId, name, firstRun: '{}', settings: '{}' }).execute()
  await tx
    .insertInto('department')
    .values(
      firstDepartments.map(([kind, called], position) => ({ workspaceId, id: newId(), kind, name: called, position })),
    )
    .execute()
  return workspaceId
}

interface Joining {
  accountId: string
  name: string
  email: string
  bundle: Bundle | null
  departmentIds: readonly string[]
  givenBy: string | null
}

/** Makes an account a colleague, or one again who had left. Inside the workspace. Returns the colleague's id. */
export async function joinWorkspace(tx: Tx, workspaceId: string, joining: Joining): Promise<string> {
  const { accountId, name, email } = joining
  const { id } = await tx
    .insertInto('colleague')
    .values({ workspaceId, id: newId(), accountId, name, email: email.toLowerCase(), preferences: '{}', leftAt: null })
    .onConflict((known) =>
      known.columns(['workspaceId', 'accountId']).doUpdateSet({ name, email: email.toLowerCase(), leftAt: null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  if (joining.bundle) {
    await replaceGrants(tx, workspaceId, { ...joining, colleagueId: id, bundle: joining.bundle })
  }
  await record(tx, workspaceId, {
    name: 'colleague.joined',
    subjectId: id,
    by: joining.givenBy ?? id,
    details: joining.bundle ? { bundle: joining.bundle } : {},
  })
  return id
}

/** Takes every grant away and gives these: one for the workspace, or one for each department. */
export async function replaceGrants(
  tx: Tx,
  workspaceId: string,
  given: { colleagueId: string; bundle: Bundle; departmentIds: readonly string[]; givenBy: string | null },
): Promise<void> {
  const { colleagueId, bundle, givenBy } = given
  const isWide = bundle === 'owner' || bundle === 'admin'
  const departmentIds = isWide ? [null] : [...new Set(given.departmentIds)]
  await tx
    .deleteFrom('accessGrant')
    .where('workspaceId', '=', workspaceId)
    .where('colleagueId', '=', colleagueId)
    .execute()
  const rows = departmentIds.map((departmentId) => ({
    workspaceId,
    id: newId(),
    colleagueId,
    bundle,
    departmentId,
    givenBy,
    endsAt: null,
  }))
  if (rows.length > 0) await tx.insertInto('accessGrant').values(rows).execute()
}
