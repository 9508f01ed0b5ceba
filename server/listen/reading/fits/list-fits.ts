import { sql } from 'kysely'
import type { z } from 'zod'
import type { ReaderName } from '../../../../contract/reader-kinds.ts'
import type { fitsView } from '../../../../contract/readings.ts'
import type { Tx } from '../../../db/database.ts'
import { readers } from '../read-post.ts'
import { leastAnswers } from './make-fit.ts'

const mostShown = 10

/** The fits of a reader, the newest first, and whether there are answers enough for another. */
export async function listFits(tx: Tx, workspaceId: string, reader: ReaderName): Promise<z.infer<typeof fitsView>> {
  const { answers, right, drawn } = await tx
    .selectFrom('correction')
    .where('workspaceId', '=', workspaceId)
    .where('reader', '=', reader)
    .where('takenBackAt', 'is', null)
    .select(sql<number>`count(*)::int`.as('answers'))
    .select(sql<number>`(count(*) filter (where label = was))::int`.as('right'))
    .select(sql<number>`(count(*) filter (where is_sampled))::int`.as('drawn'))
    .executeTakeFirstOrThrow()
  const rows = await tx
    .selectFrom('readerFit')
    .innerJoin('colleague as maker', (join) =>
      join.onRef('maker.workspaceId', '=', 'readerFit.workspaceId').onRef('maker.id', '=', 'readerFit.madeBy'),
    )
    .leftJoin('colleague as switcher', (join) =>
      join
        .onRef('switcher.workspaceId', '=', 'readerFit.workspaceId')
        .onRef('switcher.id', '=', 'readerFit.switchedBy'),
    )
    .where('readerFit.workspaceId', '=', workspaceId)
    .where('readerFit.reader', '=', reader)
    .select(['readerFit.id', 'number', 'base', 'kind', 'answers', 'before', 'after', 'madeAt', 'madeBy', 'isOn'])
    .select(['switchedAt', 'switchedBy', 'maker.name as makerName', 'switcher.name as switcherName'])
    .orderBy('number', 'desc')
    .limit(mostShown)
    .execute()
  const now = versionOf(reader)
  const items = rows.map(({ makerName, madeBy, madeAt, switchedAt, switchedBy, switcherName, ...row }) => ({
    ...row,
    rests: now !== undefined && row.base !== now,
    madeAt: madeAt.toISOString(),
    madeBy: { id: madeBy, name: makerName },
    switched:
      switchedAt && switchedBy
        ? { by: { id: switchedBy, name: switcherName ?? '' }, at: switchedAt.toISOString() }
        : null,
  }))
  return { reader, answers, right, drawn, needed: leastAnswers, items }
}

function versionOf(name: string): string | undefined {
  const reader = readers.find((each) => each.name === name)
  return reader && `${reader.name}@${reader.version}`
}
