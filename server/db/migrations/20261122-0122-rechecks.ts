import { sql, type Kysely } from 'kysely'

/** When each post of a network that tells nobody of deletions is looked at again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...tables, ...guards()]) await sql.raw(statement).execute(db)
}

const tables = [
  `create table post_recheck (
    workspace_id uuid not null, channel_id uuid not null, post_id uuid not null, posted_at timestamptz not null, external_id text not null, due_at timestamptz not null,
    primary key (workspace_id, channel_id, post_id), foreign key (workspace_id, channel_id) references channel)`,
  `create index post_recheck_due on post_recheck (workspace_id, channel_id, due_at)`,
  `create table recheck_place (
    workspace_id uuid not null, channel_id uuid not null, post_id uuid not null,
    primary key (workspace_id, channel_id), foreign key (workspace_id, channel_id) references channel)`,
]

function guards(): string[] {
  return ['post_recheck', 'recheck_place'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own_workspace on ${table} to earshot_app using (workspace_id = current_setting('earshot.workspace')::uuid) with check (workspace_id = current_setting('earshot.workspace')::uuid)`,
    `grant select, insert, update, delete on ${table} to earshot_app`,
  ])
}
