import type { Tx } from '../../../db/database.ts'
import type { Signature } from './sign-text.ts'

const atOnce = 10_000

/** Signatures of the newest posts that came after one, the oldest first; `after` is '' for none. */
export async function* readSignatures(
  tx: Tx,
  workspaceId: string,
  { after, most }: { after: string; most: number },
): AsyncGenerator<{ id: string; copiesId: string; signature: Signature }> {
  let from: string | undefined = after || (await oldestOf(tx, workspaceId, most))
  while (from !== undefined) {
    const rows = await signed(tx, workspaceId)
      .where('postId', '>', from)
      .select(['postId', 'copiesId', 'signature'])
      .orderBy('postId')
      .limit(atOnce)
      .execute()
    for (const { postId: id, copiesId, signature } of rows)
      if (signature) yield { id, copiesId: copiesId ?? id, signature: new Uint8Array(signature) }
    from = rows.length === atOnce ? rows.at(-1)?.postId : undefined
  }
}

/** An id before the newest so many. */
async function oldestOf(tx: Tx, workspaceId: string, most: number): Promise<string> {
  const row = await signed(tx, workspaceId)
    .select('postId')
    .orderBy('postId', 'desc')
    .offset(most)
    .limit(1)
    .executeTakeFirst()
  return row?.postId ?? '00000000-0000-0000-0000-000000000000'
}

function signed(tx: Tx, workspaceId: string) {
  return tx.selectFrom('reading').where('workspaceId', '=', workspaceId).where('copiesId', 'is not', null)
}
