import type { Who } from '../../../access/who.ts'
import type { Tx } from '../../../db/database.ts'
import { mustSeePost } from '../visible-posts.ts'
import { sayCorrected } from './say-corrected.ts'

/** The corrections of a post: of one reader, or of all. */
interface Which {
  postId: string
  reader: string | undefined
}

/** What the readers said counts again, for the post's copies too. Harmless where nothing was corrected. */
export async function takeBackCorrections(tx: Tx, who: Who, which: Which): Promise<void> {
  await mustSeePost(tx, who, which.postId)
  for (const { id, reader, was } of await takeBackNow(tx, who, which)) {
    const copies = await tx
      .selectFrom('correctionCopy')
      .select('postId')
      .where('workspaceId', '=', who.workspaceId)
      .where('correctionId', '=', id)
      .execute()
    const postIds = [which.postId, ...copies.map((copy) => copy.postId)]
    await sayCorrected(tx, who, { postIds, reader, label: was ?? '' })
  }
}

/** Marks what stands as taken back; it stays on record with its who and when. */
export function takeBackNow(tx: Tx, who: Who, { postId, reader }: Which) {
  return tx
    .updateTable('correction')
    .set({ takenBackAt: new Date() })
    .where('workspaceId', '=', who.workspaceId)
    .where('postId', '=', postId)
    .where('takenBackAt', 'is', null)
    .$if(reader !== undefined, (corrections) => corrections.where('reader', '=', reader!))
    .returning(['id', 'reader', 'was'])
    .execute()
}
