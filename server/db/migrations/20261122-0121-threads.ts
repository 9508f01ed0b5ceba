import { sql, type Kysely } from 'kysely'

/** Which conversations' threads are still to be read at their network, and what came of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table thread_reading (
    workspace_id uuid not null, conversation_id uuid not null, channel_id uuid not null, external_id text not null,
    state text not null default 'wanted' check (state in ('wanted', 'read', 'failed', 'not_offered')),
    tries int not null default 0, next_try_at timestamptz not null default now(), read_at timestamptz, found int not null default 0, note text not null default '',
    primary key (workspace_id, conversation_id), foreign key (workspace_id, conversation_id) references conversation,
    foreign key (workspace_id, channel_id) references channel)`,
  `create index thread_reading_due on thread_reading (workspace_id, next_try_at) where state = 'wanted'`,
  `alter table thread_reading enable row level security`,
  `alter table thread_reading force row level security`,
  `create policy own_workspace on thread_reading to earshot_app using (workspace_id = current_setting('earshot.workspace')::uuid) with check (workspace_id = current_setting('earshot.workspace')::uuid)`,
  `grant select, insert, update, delete on thread_reading to earshot_app`,
]
