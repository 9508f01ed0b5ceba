import { notFound } from '../../../access/problem.ts'
import type { Who } from '../../../access/who.ts'
import type { Tx } from '../../../db/database.ts'
import { isId } from '../../../lib/id.ts'
import { correctReading } from '../corrections/correct-reading.ts'
import { isVisiblePost } from '../visible-posts.ts'

/** A colleague takes a proposal, which then counts as their own word, or lets it go. Decided once, it stays so. */
export async function decideProposal(tx: Tx, who: Who, { id, accept }: { id: string; accept: boolean }): Promise<void> {
  const { workspaceId, colleagueId: decidedBy } = who
  const proposal = isId(id)
    ? await tx
        .selectFrom('refinerProposal')
        .select(['postId', 'reader', 'label', 'accepted'])
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .where((eb) => isVisiblePost(who, eb.ref('refinerProposal.postId')))
        .forUpdate()
        .executeTakeFirst()
    : undefined
  if (!proposal) throw notFound('proposal')
  if (proposal.accepted !== null) return
  await tx
    .updateTable('refinerProposal')
    .set({ accepted: accept, decidedBy, decidedAt: new Date() })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .execute()
  const { postId, reader, label } = proposal
  if (accept) await correctReading(tx, who, { postId, reader, label })
}
