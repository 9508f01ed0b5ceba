import { sql, type Kysely } from 'kysely'

/** What was used of the budgets that networks give us or we give ourselves, by period. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table meter (
    workspace_id uuid not null, scope text not null, name text not null, period text not null,
    used bigint not null check (used >= 0), ends_at timestamptz not null, warned boolean not null default false,
    primary key (workspace_id, scope, name, period))`,
  `create index meter_ended on meter (workspace_id, ends_at)`,
  `alter table meter enable row level security`,
  `alter table meter force row level security`,
  `create policy own_workspace on meter to earshot_app using (workspace_id = current_setting('earshot.workspace')::uuid) with check (workspace_id = current_setting('earshot.workspace')::uuid)`,
  `grant select, insert, update, delete on meter to earshot_app`,
]
