import { sql, type Kysely } from 'kysely'

/** What groups posts: copies of one another, and the themes of a topic. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...copies, ...themes, ...guards()]) await sql.raw(statement).execute(db)
}

const copies = [
  `alter table reading add column signature bytea, add column copies_id uuid, add column split_from uuid`,
  `create index reading_copies on reading (workspace_id, copies_id, post_id) where copies_id is not null`,
  `alter table conversation add column copies_id uuid`,
  `create index conversation_copies on conversation (workspace_id, copies_id, last_activity_at desc, id desc) where copies_id is not null`,
]

const themes = [
  `create table theme (
    workspace_id uuid not null, id uuid not null, topic_id uuid not null, name text not null, words text[] not null default '{}', named_by uuid,
    merged_into uuid, split_from uuid, classifier jsonb, pinned_by uuid, pinned_at timestamptz,
    made_at timestamptz not null default now(), removed_at timestamptz,
    primary key (workspace_id, id), foreign key (workspace_id, topic_id) references topic,
    check ((classifier is null) = (pinned_at is null)))`,
  `create index theme_topic on theme (workspace_id, topic_id, id)`,
  `create table theme_post (
    workspace_id uuid not null, theme_id uuid not null, post_id uuid not null, posted_at timestamptz not null, nearness real not null,
    primary key (workspace_id, theme_id, post_id), foreign key (workspace_id, theme_id) references theme on delete cascade)`,
  `create index theme_post_post on theme_post (workspace_id, post_id)`,
  `create table theme_look (
    workspace_id uuid not null, topic_id uuid not null, at timestamptz not null default now(), posts int not null, placed_to timestamptz not null,
    primary key (workspace_id, topic_id), foreign key (workspace_id, topic_id) references topic)`,
]

function guards(): string[] {
  return ['theme', 'theme_post', 'theme_look'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own_workspace on ${table} to earshot_app using (workspace_id = current_setting('earshot.workspace')::uuid) with check (workspace_id = current_setting('earshot.workspace')::uuid)`,
    `grant select, insert, update, delete on ${table} to earshot_app`,
  ])
}
