import { sql, type Expression, type RawBuilder } from 'kysely'
import type { Lines } from './apply-line.ts'
import type { Correction, Proposal } from './present-reading.ts'

/**
 * The newest standing correction of each reader of a post, as one JSON column. A person's word on the post itself goes
 * before one on a post that it is a copy of.
 */
export function correctionsOf(
  workspaceId: Expression<unknown>,
  postId: Expression<unknown>,
): RawBuilder<Correction[] | null> {
  return sql<Correction[] | null>`(
    select jsonb_agg(jsonb_build_object('reader', newest.reader, 'label', newest.label, 'by', newest.by, 'byName', newest.name))
    from (select distinct on (said.reader) said.reader, said.label, said.by, colleague.name
      from (${standing(workspaceId, postId)}) said
      join colleague on colleague.workspace_id = ${workspaceId} and colleague.id = said.by
      order by said.reader, said.is_copy, said.at desc) newest)`
}

/** The label that a person gave a post for one reader, as an expression; null where nobody did. */
export function correctedLabel(reader: string, workspaceId: Expression<unknown>, postId: Expression<unknown>) {
  return sql<string | null>`(select said.label from (${standing(workspaceId, postId)}) said
    where said.reader = ${reader} order by said.is_copy, said.at desc limit 1)`
}

function standing(workspaceId: Expression<unknown>, postId: Expression<unknown>): RawBuilder<unknown> {
  return sql`
    select correction.reader, correction.label, correction.by, correction.at, false as is_copy from correction
    where correction.workspace_id = ${workspaceId} and correction.post_id = ${postId} and correction.taken_back_at is null
    union all
    select correction.reader, correction.label, correction.by, correction.at, true from correction_copy
    join correction on correction.workspace_id = correction_copy.workspace_id and correction.id = correction_copy.correction_id
    where correction_copy.workspace_id = ${workspaceId} and correction_copy.post_id = ${postId} and correction.taken_back_at is null`
}

/** What a refiner proposes of a post and nobody has decided on, the newest of each reader, as one JSON column. */
export function proposalsOf(
  workspaceId: Expression<unknown>,
  postId: Expression<unknown>,
): RawBuilder<Proposal[] | null> {
  return sql<Proposal[] | null>`(
    select jsonb_agg(jsonb_build_object('id', newest.id, 'reader', newest.reader, 'label', newest.label, 'by', newest.said_by))
    from (select distinct on (reader) id, reader, label, said_by from refiner_proposal
      where workspace_id = ${workspaceId} and post_id = ${postId} and accepted is null order by reader, id desc) newest)`
}

/** The lines that a workspace moved, as one JSON column; null where it moved none. */
export function linesOf(workspaceId: Expression<unknown>): RawBuilder<Lines | null> {
  return sql<Lines | null>`(select jsonb_object_agg(reader_line.reader, reader_line.line) from reader_line
    where reader_line.workspace_id = ${workspaceId})`
}
