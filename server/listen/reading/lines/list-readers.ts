import type { z } from 'zod'
import { readerKinds } from '../../../../contract/reader-kinds.ts'
import { readerName, type readerList } from '../../../../contract/readings.ts'
import type { Tx } from '../../../db/database.ts'
import { readRefiner } from '../refiner/refiner-store.ts'

/** Every reader with its line, moved or not, in the order they are shown. */
export async function listReaders(tx: Tx, workspaceId: string): Promise<z.infer<typeof readerList>> {
  const rows = await tx
    .selectFrom('readerLine')
    .innerJoin('colleague', (join) =>
      join
        .onRef('colleague.workspaceId', '=', 'readerLine.workspaceId')
        .onRef('colleague.id', '=', 'readerLine.changedBy'),
    )
    .where('readerLine.workspaceId', '=', workspaceId)
    .select(['readerLine.reader', 'readerLine.line', 'readerLine.changedAt', 'colleague.id', 'colleague.name'])
    .execute()
  const moved = new Map(rows.map((row) => [row.reader, row]))
  const items = readerName.options.map((name) => {
    const { labels, below, line: ownLine } = readerKinds[name]
    const own = moved.get(name)
    return {
      name,
      labels: [...labels],
      below,
      ownLine,
      line: own?.line ?? ownLine,
      moved: own ? { by: { id: own.id, name: own.name }, at: own.changedAt.toISOString() } : null,
    }
  })
  const refiner = await readRefiner(tx, workspaceId)
  return { items, refiner: refiner?.isOn ?? false }
}
