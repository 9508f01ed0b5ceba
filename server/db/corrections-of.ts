import { sql, type Expression, type RawBuilder } from 'kysely'
import type { Correction } from './present-reading.ts'

/** The newest standing correction of each reader of a post, as one JSON column. */
export function correctionsOf(
  workspaceId: Expression<unknown>,
  postId: Expression<unknown>,
): RawBuilder<Correction[] | null> {
  return sql<Correction[] | null>`(
    select jsonb_agg(jsonb_build_object('reader', newest.reader, 'label', newest.label, 'by', newest.by, 'byName', newest.name))
    from (select distinct on (correction.reader) correction.reader, correction.label, correction.by, colleague.name
      from correction join colleague on colleague.workspace_id = correction.workspace_id and colleague.id = correction.by
      where correction.workspace_id = ${workspaceId} and correction.post_id = ${postId} and correction.taken_back_at is null
      order by correction.reader, correction.at desc) newest)`
}
