import { sql, type Kysely } from 'kysely'

/** Examples and marks that tell how good a topic's query is, why a version was made, and how much a topic may keep a day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...tables, ...guards(), ...columns]) await sql.raw(statement).execute(db)
}

const tables = [
  `create table topic_example (
    workspace_id uuid not null, id uuid not null, topic_id uuid not null, text text, post_id uuid, posted_at timestamptz, must_match boolean not null,
    made_by uuid, at timestamptz not null default now(),
    primary key (workspace_id, id), foreign key (workspace_id, topic_id) references topic,
    check (num_nonnulls(text, post_id) = 1), check ((post_id is null) = (posted_at is null)))`,
  `create index topic_example_topic on topic_example (workspace_id, topic_id, id)`,
  `create index topic_example_post on topic_example (workspace_id, post_id) where post_id is not null`,
  `create table topic_mark (
    workspace_id uuid not null, topic_id uuid not null, post_id uuid not null, posted_at timestamptz not null, is_right boolean not null,
    by uuid, at timestamptz not null default clock_timestamp(),
    primary key (workspace_id, topic_id, post_id), foreign key (workspace_id, topic_id) references topic)`,
  `create index topic_mark_newest on topic_mark (workspace_id, topic_id, at desc)`,
  `create index topic_mark_post on topic_mark (workspace_id, post_id)`,
]

const columns = [
  `alter table topic_version add column why text not null default '', add column added int, add column removed int, add column is_exact boolean not null default false`,
  `alter table topic add column daily_quota int not null default 5000 check (daily_quota between 1 and 100000)`,
  `alter table topic_day add column left_out int not null default 0`,
]

function guards(): string[] {
  return ['topic_example', 'topic_mark'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own_workspace on ${table} to earshot_app using (workspace_id = current_setting('earshot.workspace')::uuid) with check (workspace_id = current_setting('earshot.workspace')::uuid)`,
    `grant select, insert, update, delete on ${table} to earshot_app`,
  ])
}
