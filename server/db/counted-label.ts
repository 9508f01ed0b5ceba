import { sql, type Expression, type RawBuilder } from 'kysely'
import { readerKinds, type ReaderName } from '../../contract/reader-kinds.ts'
import { correctedLabel } from './corrections-of.ts'

/**
 * What counts of a post for one reader, as an expression: a person's word, else the reader's above its line, else what
 * stands for a reading below it; null where nothing was read. The same decision as `applyLine`.
 */
export function countedLabel(
  reader: ReaderName,
  workspaceId: Expression<unknown>,
  postId: Expression<unknown>,
): RawBuilder<string | null> {
  const { line, below } = readerKinds[reader]
  const moved = sql`(select reader_line.line from reader_line
    where reader_line.workspace_id = ${workspaceId} and reader_line.reader = ${reader})`
  return sql<string | null>`coalesce(${correctedLabel(reader, workspaceId, postId)}, (
    select case when said.one ->> 'label' <> 'unknown' and (said.one ->> 'confidence')::real < coalesce(${moved}, ${line}::real)
      then ${below} else said.one ->> 'label' end
    from reading, lateral (select reading.readings -> ${reader} as one) said
    where reading.workspace_id = ${workspaceId} and reading.post_id = ${postId}))`
}
