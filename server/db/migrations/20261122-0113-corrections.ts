import { sql, type Kysely } from 'kysely'

/** What a reader had said when somebody corrected it, the copies a correction reaches, and lines that a workspace moved. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...columns, ...tables, ...guards()]) await sql.raw(statement).execute(db)
}

const columns = [
  `alter table correction add column confidence real, add column version text, add column is_sampled boolean not null default false`,
  `create index correction_standing on correction (workspace_id, reader, post_id) where taken_back_at is null`,
  `create index reading_newest on reading (workspace_id, at desc)`,
]

const tables = [
  `create table correction_copy (
    workspace_id uuid not null, post_id uuid not null, correction_id uuid not null,
    primary key (workspace_id, post_id, correction_id),
    foreign key (workspace_id, correction_id) references correction on delete cascade)`,
  `create index correction_copy_of on correction_copy (workspace_id, correction_id)`,
  `create table reader_line (
    workspace_id uuid not null references workspace, reader text not null, line real not null check (line between 0 and 1),
    changed_by uuid not null, changed_at timestamptz not null default now(),
    primary key (workspace_id, reader))`,
]

function guards(): string[] {
  return ['correction_copy', 'reader_line'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own_workspace on ${table} to earshot_app using (workspace_id = current_setting('earshot.workspace')::uuid) with check (workspace_id = current_setting('earshot.workspace')::uuid)`,
    `grant select, insert, update, delete on ${table} to earshot_app`,
  ])
}
