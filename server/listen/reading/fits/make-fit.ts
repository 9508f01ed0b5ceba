import { type ReaderName, readerKinds } from '../../../../contract/reader-kinds.ts'
import { refused } from '../../../access/problem.ts'
import type { Who } from '../../../access/who.ts'
import type { Tx } from '../../../db/database.ts'
import { record } from '../../../events.ts'
import { newId } from '../../../lib/id.ts'
import { chooseFit, holdBack } from './choose-fit.ts'
import { gatherAnswers } from './gather-answers.ts'
import { scoreFit } from './score-fit.ts'

/** From so many answers on a reader can be fitted. */
export const leastAnswers = 200

/**
 * Fits a reader to what people of the workspace said, tells before and after on answers that were held back, and keeps
 * it switched off: a person decides. Returns its id. Throws `refused` with fewer than 200 answers.
 */
export async function makeFit(
  tx: Tx,
  { workspaceId, colleagueId: by }: Who,
  { reader, least = leastAnswers }: { reader: ReaderName; least?: number },
): Promise<string> {
  const labels: readonly string[] = readerKinds[reader].labels
  if (labels.length === 0) throw refused('reader', 'The languages cannot be fitted: there are too many.')
  const { answers, base } = await gatherAnswers(tx, workspaceId, reader)
  if (answers.length < least)
    throw refused(
      'reader',
      `It takes ${least} answers to fit a reader; there are ${answers.length}.`,
      'too_few_answers',
    )
  const [learned, held] = holdBack(answers)
  const { fit, kind } = chooseFit(learned, labels)
  const number = await nextNumber(tx, workspaceId, reader)
  const id = newId()
  await tx
    .insertInto('readerFit')
    .values({
      workspaceId,
      id,
      reader,
      number,
      base,
      kind,
      labels: [...labels],
      temperature: fit.temperature,
      offsets: [...fit.offsets],
      hashes: Buffer.from(fit.hashes.buffer),
      weights: Buffer.from(fit.weights.buffer),
      answers: answers.length,
      before: JSON.stringify(scoreFit(held, undefined, labels.length)),
      after: JSON.stringify(scoreFit(held, fit, labels.length)),
      madeBy: by,
      switchedBy: null,
      switchedAt: null,
    })
    .execute()
  await record(tx, workspaceId, { name: 'reading.fit_made', subjectId: id, by, details: { reader } })
  return id
}

async function nextNumber(tx: Tx, workspaceId: string, reader: ReaderName): Promise<number> {
  const last = await tx
    .selectFrom('readerFit')
    .select('number')
    .where('workspaceId', '=', workspaceId)
    .where('reader', '=', reader)
    .orderBy('number', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  return (last?.number ?? 0) + 1
}
