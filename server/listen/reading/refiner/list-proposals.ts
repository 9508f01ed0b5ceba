import { sql } from 'kysely'
import type { z } from 'zod'
import {
  type proposalPage,
  type proposalQuery,
  type ProposalView,
  refinableReader,
} from '../../../../contract/refiner.ts'
import { placeAfter } from '../../../access/place-after.ts'
import type { Who } from '../../../access/who.ts'
import type { Tx } from '../../../db/database.ts'
import { packPageKey } from '../../../lib/page-key.ts'
import { presentPost, readShownPosts } from '../shown-posts.ts'
import { isVisiblePost } from '../visible-posts.ts'

/** What the refiner proposes and nobody has decided on, the newest first; of posts that the asker may see. */
export async function listProposals(
  tx: Tx,
  who: Who,
  { limit, after }: z.infer<typeof proposalQuery>,
): Promise<z.infer<typeof proposalPage>> {
  const place = placeAfter(after, 'id')
  const rows = await tx
    .selectFrom('refinerProposal')
    .leftJoin('reading', (join) =>
      join
        .onRef('reading.workspaceId', '=', 'refinerProposal.workspaceId')
        .onRef('reading.postId', '=', 'refinerProposal.postId'),
    )
    .where('refinerProposal.workspaceId', '=', who.workspaceId)
    .where('refinerProposal.accepted', 'is', null)
    .where((eb) => isVisiblePost(who, eb.ref('refinerProposal.postId')))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('correction')
            .whereRef('correction.workspaceId', '=', 'refinerProposal.workspaceId')
            .whereRef('correction.postId', '=', 'refinerProposal.postId')
            .whereRef('correction.reader', '=', 'refinerProposal.reader')
            .where('correction.takenBackAt', 'is', null)
            .select('correction.id'),
        ),
      ),
    )
    .$if(place !== undefined, (all) => all.where('refinerProposal.id', '<', place![0]))
    .selectAll('refinerProposal')
    .select(sql<string | null>`reading.readings -> refiner_proposal.reader ->> 'label'`.as('now'))
    .orderBy('refinerProposal.id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const ids = shown.map((row) => row.postId)
  const posts = await readShownPosts(tx, who, ids)
  const items = shown.flatMap((row): ProposalView[] => {
    const post = posts.get(row.postId)
    const reader = refinableReader.safeParse(row.reader).data
    if (!post || !reader) return []
    const { id, now, label, saidBy } = row
    const { text, language, conversationId } = presentPost(post)
    const at = row.at.toISOString()
    return [{ id, at, reader, now, label, saidBy, post: { id: post.id, text, language, conversationId } }]
  })
  return { items, next: rows.length > limit && last ? packPageKey([last.id]) : null }
}
