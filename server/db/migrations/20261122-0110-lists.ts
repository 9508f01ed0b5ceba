import { sql, type Kysely } from 'kysely'

/** Shared lists: words, authors or sites that topics name with `list:`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const own = `workspace_id = current_setting('earshot.workspace')::uuid`

const statements = [
  `create table list (
    workspace_id uuid not null references workspace, id uuid not null, name text not null,
    kind text not null check (kind in ('words', 'authors', 'sites')), entries text[] not null,
    version int not null default 1, created_at timestamptz not null default now(),
    changed_at timestamptz not null default clock_timestamp(), changed_by uuid,
    primary key (workspace_id, id), check (cardinality(entries) between 1 and 5000))`,
  `create unique index list_name on list (workspace_id, lower(name))`,
  `alter table list enable row level security`,
  `alter table list force row level security`,
  `create policy own_workspace on list to earshot_app using (${own}) with check (${own})`,
  `grant select, insert, update, delete on list to earshot_app`,
]
