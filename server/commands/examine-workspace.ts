import type { Tx } from '../db/database.ts'
import { type Finding, notice, well, wrong } from './finding.ts'

/** What waits for a person in one workspace: channels that do not hear, posts put aside, replies nobody knows about. */
export async function examineWorkspace(tx: Tx, name: string): Promise<Finding[]> {
  const troubled = await tx
    .selectFrom('channel')
    .select(['name', 'kind', 'state', 'stateNote'])
    .where('removedAt', 'is', null)
    .where('state', 'in', ['failing', 'needs_sign_in'])
    .orderBy('name')
    .limit(20)
    .execute()
  const shelved = await tx
    .selectFrom('shelvedPost')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('droppedAt', 'is', null)
    .executeTakeFirstOrThrow()
  const unknown = await tx
    .selectFrom('delivery')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('state', '=', 'unknown')
    .executeTakeFirstOrThrow()
  return [
    ...troubled.map(({ name: channel, kind, state, stateNote }) =>
      wrong(
        `${name}: channel`,
        `"${channel}" (${kind}) ${state === 'failing' ? 'does not hear' : 'asks to be signed in again'}. ${stateNote}`.trim(),
      ),
    ),
    ...(troubled.length === 0 ? [well(`${name}: channels`, 'None is in trouble.')] : []),
    ...waiting(Number(shelved.count), (count) =>
      notice(`${name}: shelf`, `${count} could not be worked on and wait for a person, under Settings.`),
    ),
    ...waiting(Number(unknown.count), (count) =>
      notice(
        `${name}: outbox`,
        `Of ${count} sent, nobody knows whether they arrived. They are looked for; see their conversations.`,
      ),
    ),
  ]
}

function waiting(count: number, finding: (count: string) => Finding): Finding[] {
  return count === 0 ? [] : [finding(count === 1 ? 'one post' : `${count} posts`)]
}
