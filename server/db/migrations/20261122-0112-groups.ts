import { sql, type Kysely } from 'kysely'

/** Which posts say the same, and the conversations they opened. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of copies) await sql.raw(statement).execute(db)
}

const copies = [
  `alter table reading add column signature bytea, add column copies_id uuid, add column split_from uuid`,
  `create index reading_copies on reading (workspace_id, copies_id, post_id) where copies_id is not null`,
  `alter table conversation add column copies_id uuid`,
  `create index conversation_copies on conversation (workspace_id, copies_id, last_activity_at desc, id desc) where copies_id is not null`,
]
