import type { z } from 'zod'
import { isLabelOf, readerKinds, readerKindOf } from '../../../../contract/reader-kinds.ts'
import type { correctionBody } from '../../../../contract/readings.ts'
import { refused } from '../../../access/problem.ts'
import type { Who } from '../../../access/who.ts'
import type { Tx } from '../../../db/database.ts'
import { newId } from '../../../lib/id.ts'
import { mustSeePost } from '../visible-posts.ts'
import { copiesOf } from '../near-duplicates/copies-of.ts'
import { sayCorrected } from './say-corrected.ts'
import { takeBackNow } from './take-back-corrections.ts'

/**
 * A colleague says what a post is, or that the reader is right about it; the newest word wins, at once and for its
 * near-duplicates too. Returns the id of the correction. Throws `refused` or `not_found`.
 */
export async function correctReading(
  tx: Tx,
  who: Who,
  { postId, reader, label, sampled }: z.infer<typeof correctionBody> & { postId: string },
): Promise<string> {
  await mustSeePost(tx, who, postId)
  if (!readerKindOf(reader)) {
    const names = Object.keys(readerKinds).join(', ')
    throw refused('reader', `Nothing of a post is called “${reader}”. Choose ${names}.`)
  }
  if (!isLabelOf(reader, label)) throw refused('label', `“${label}” is nothing that the ${reader} of a post can be.`)
  const { workspaceId, colleagueId: by } = who
  const read = await tx
    .selectFrom('reading')
    .select('readings')
    .where('workspaceId', '=', workspaceId)
    .where('postId', '=', postId)
    .executeTakeFirst()
  const said = read?.readings[reader]
  const id = newId()
  await takeBackNow(tx, who, { postId, reader })
  await tx
    .insertInto('correction')
    .values({
      workspaceId,
      id,
      postId,
      reader,
      label,
      was: said?.label ?? null,
      confidence: said?.confidence ?? null,
      version: said?.reader ?? null,
      isSampled: sampled ?? false,
      by,
      takenBackAt: null,
    })
    .execute()
  const copies = await copiesOf(tx, workspaceId, postId)
  if (copies.length > 0) {
    await tx
      .insertInto('correctionCopy')
      .values(copies.map((copy) => ({ workspaceId, postId: copy, correctionId: id })))
      .execute()
  }
  await sayCorrected(tx, who, { postIds: [postId, ...copies], reader, label })
  return id
}
