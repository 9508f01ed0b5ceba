import { sql, type Kysely } from 'kysely'

/** What a workspace taught a reader by its corrections, and a large model of its own that may be asked where a reader is unsure. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...tables, ...guards()]) await sql.raw(statement).execute(db)
}

const names = ['reader_fit', 'refiner', 'refiner_ask', 'refiner_proposal']

const tables = [
  `create table reader_fit (
    workspace_id uuid not null references workspace, id uuid not null, reader text not null, number int not null, base text not null,
    kind text not null check (kind in ('calibration', 'head')), labels text[] not null, temperature double precision not null, offsets double precision[] not null,
    hashes bytea not null, weights bytea not null, answers int not null, before jsonb not null, after jsonb not null,
    made_by uuid not null, made_at timestamptz not null default now(), is_on boolean not null default false, switched_by uuid, switched_at timestamptz,
    primary key (workspace_id, id), unique (workspace_id, reader, number))`,
  `create unique index reader_fit_on on reader_fit (workspace_id, reader) where is_on`,
  `create table refiner (
    workspace_id uuid not null references workspace, id uuid not null, address text not null, model text not null, key bytea, is_on boolean not null default false,
    share real not null default 0.1 check (share > 0 and share <= 0.5), most_per_day int not null default 200 check (most_per_day between 1 and 10000),
    readers text[] not null, changed_by uuid not null, changed_at timestamptz not null default now(),
    primary key (workspace_id))`,
  `create table refiner_ask (
    workspace_id uuid not null references workspace, id uuid not null, post_id uuid not null, readers text[] not null, asked_by uuid,
    state text not null default 'waiting' check (state in ('waiting', 'asking', 'answered', 'failed')), fault text not null default '',
    at timestamptz not null default now(), settled_at timestamptz,
    primary key (workspace_id, id))`,
  `create index refiner_ask_post on refiner_ask (workspace_id, post_id)`,
  `create index refiner_ask_newest on refiner_ask (workspace_id, at desc)`,
  `create index refiner_ask_open on refiner_ask (workspace_id, id) where state in ('waiting', 'asking')`,
  `create table refiner_proposal (
    workspace_id uuid not null, id uuid not null, ask_id uuid not null, post_id uuid not null, reader text not null, label text not null, said_by text not null,
    at timestamptz not null default now(), accepted boolean, decided_by uuid, decided_at timestamptz,
    primary key (workspace_id, id), unique (workspace_id, ask_id, reader),
    foreign key (workspace_id, ask_id) references refiner_ask on delete cascade)`,
  `create index refiner_proposal_post on refiner_proposal (workspace_id, post_id)`,
  `create index refiner_proposal_open on refiner_proposal (workspace_id, id) where accepted is null`,
]

function guards(): string[] {
  return names.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own_workspace on ${table} to earshot_app using (workspace_id = current_setting('earshot.workspace')::uuid) with check (workspace_id = current_setting('earshot.workspace')::uuid)`,
    `grant select, insert, update, delete on ${table} to earshot_app`,
  ])
}
