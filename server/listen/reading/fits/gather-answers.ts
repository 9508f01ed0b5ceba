import { createHash } from 'node:crypto'
import { type ReaderName, readerKinds } from '../../../../contract/reader-kinds.ts'
import type { Tx } from '../../../db/database.ts'
import { cutPost } from '../cut-post.ts'
import { lazyLanguage } from '../language/read-language.ts'
import { readers, readPost } from '../read-post.ts'
import { readableFrom } from '../readable-post.ts'
import { sharesOf } from './fit.ts'
import { gramsOf } from './grams-of-post.ts'
import type { Answer } from './learn-fit.ts'

/** The newest so many are learned from: older posts speak of other times. */
const mostAnswers = 3_000

export interface Gathered {
  answers: (Answer & { key: number })[]
  /** The version of the reader they were read with; '' without answers. */
  base: string
}

/**
 * What people said of one reader's readings, each with what the reader itself makes of the post now. Posts that it does
 * not know, and deleted ones, are left out.
 */
export async function gatherAnswers(tx: Tx, workspaceId: string, reader: ReaderName): Promise<Gathered> {
  const rows = await tx
    .selectFrom('correction')
    .innerJoin('post', (join) =>
      join.onRef('post.workspaceId', '=', 'correction.workspaceId').onRef('post.id', '=', 'correction.postId'),
    )
    .leftJoin('reading', (join) =>
      join
        .onRef('reading.workspaceId', '=', 'correction.workspaceId')
        .onRef('reading.postId', '=', 'correction.postId'),
    )
    .where('correction.workspaceId', '=', workspaceId)
    .where('correction.reader', '=', reader)
    .where('correction.takenBackAt', 'is', null)
    .where('post.deletedAt', 'is', null)
    .select(['correction.label', 'correction.isSampled', 'post.id', 'post.text', 'post.title', 'post.language'])
    .select('reading.copiesId')
    .orderBy('correction.id', 'desc')
    .limit(mostAnswers)
    .execute()
  const labels: readonly string[] = readerKinds[reader].labels
  const found: (Answer & { key: number; isRight: boolean; isSampled: boolean })[] = []
  let base = ''
  for (const row of rows) {
    const post = readableFrom(row)
    const said = (await readPost(readers, post, lazyLanguage(post).reading))[reader]
    const target = labels.indexOf(row.label)
    if (!said || !labels.includes(said.label) || target === -1) continue
    base = said.reader
    found.push({
      shares: sharesOf(labels, said),
      grams: gramsOf(cutPost(post)),
      target,
      weight: 1,
      key: keyOf(row.copiesId ?? row.id),
      isRight: said.label === row.label,
      isSampled: row.isSampled,
    })
  }
  return { answers: evenOut(found), base }
}

/** Near-duplicates get the same key. */
function keyOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE()
}

const leastSampled = 30

/**
 * People correct what is wrong far more often than they confirm what is right. Where enough posts were drawn by chance,
 * right and wrong answers are weighted so that they stand to each other as they do there.
 */
export function evenOut<One extends { weight: number; isRight: boolean; isSampled: boolean }>(
  answers: readonly One[],
): One[] {
  const drawn = answers.filter(({ isSampled }) => isSampled)
  const rightOf = (some: readonly One[]) => some.filter(({ isRight }) => isRight).length / Math.max(1, some.length)
  const share = rightOf(answers)
  if (drawn.length < leastSampled || share === 0 || share === 1) return [...answers]
  const drawnShare = Math.min(0.98, Math.max(0.02, rightOf(drawn)))
  return answers.map((answer) => ({
    ...answer,
    weight: answer.isRight ? drawnShare / share : (1 - drawnShare) / (1 - share),
  }))
}
