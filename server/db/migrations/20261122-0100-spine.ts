import { sql, type Kysely } from 'kysely'

const workspaceTables = [
  'colleague',
  'department',
  'access_grant',
  'invitation',
  'api_key',
  'channel',
  'channel_note',
  'sign_in_attempt',
  'post_key',
  'post',
  'post_version',
  'post_arrival',
  'match',
  'reading',
  'correction',
  'shelved_post',
  'job_cursor',
  'topic',
  'topic_version',
  'topic_day',
  'person',
  'identity',
  'conversation',
  'message',
  'ending',
  'tap',
  'set_aside',
  'rest',
  'snooze',
  'clock',
  'conversation_topic',
  'read_mark',
  'event',
  'rule',
  'routing_decision',
  'delivery',
  'promise',
  'draft',
  'inbound_receipt',
  'idempotency',
  'message_search',
] as const

/** The whole spine. Every key starts with workspace_id; nothing refers across workspaces. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...people, ...listening, ...answering, ...edges]) await sql.raw(statement).execute(db)
  for (const statement of guards()) await sql.raw(statement).execute(db)
}

const people = [
  `create table workspace (
    id uuid primary key, name text not null, first_run jsonb not null default '{}', settings jsonb not null default '{}',
    created_at timestamptz not null default now())`,
  `create table colleague (
    workspace_id uuid not null references workspace, id uuid not null, account_id text not null, name text not null,
    email text not null, preferences jsonb not null default '{}', joined_at timestamptz not null default now(), left_at timestamptz,
    primary key (workspace_id, id), unique (workspace_id, account_id))`,
  `create table department (
    workspace_id uuid not null references workspace, id uuid not null, kind text not null, name text not null,
    first_reply_minutes int not null default 240, next_reply_minutes int not null default 480, position int not null default 0,
    primary key (workspace_id, id), unique (workspace_id, name))`,
  `create table access_grant (
    workspace_id uuid not null references workspace, id uuid not null, colleague_id uuid not null,
    bundle text not null check (bundle in ('owner', 'admin', 'lead', 'agent')),
    department_id uuid, given_by uuid, starts_at timestamptz not null default now(), ends_at timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, colleague_id) references colleague,
    foreign key (workspace_id, department_id) references department,
    check (bundle in ('owner', 'admin') or department_id is not null))`,
  `create unique index access_grant_once on access_grant (workspace_id, colleague_id, bundle, coalesce(department_id, '00000000-0000-0000-0000-000000000000'))`,
  `create table invitation (
    workspace_id uuid not null references workspace, id uuid not null, email text not null, name text not null, bundle text not null,
    department_ids uuid[] not null default '{}', token_hash text not null, invited_by uuid not null,
    created_at timestamptz not null default now(), expires_at timestamptz not null, accepted_at timestamptz, revoked_at timestamptz,
    primary key (workspace_id, id))`,
  `create unique index invitation_token on invitation (workspace_id, token_hash)`,
  `create table api_key (
    workspace_id uuid not null references workspace, id uuid not null, name text not null, key_hash text not null, colleague_id uuid not null,
    created_at timestamptz not null default now(), last_used_at timestamptz, revoked_at timestamptz,
    primary key (workspace_id, id), foreign key (workspace_id, colleague_id) references colleague)`,
  `create unique index api_key_hash on api_key (workspace_id, key_hash)`,
]

const listening = [
  `create table channel (
    workspace_id uuid not null references workspace, id uuid not null, kind text not null, name text not null, id_space text not null,
    settings bytea not null, account text not null default '', account_url text, cursor jsonb, door_key_hash text,
    state text not null default 'ok' check (state in ('ok', 'catching_up', 'limited', 'needs_sign_in', 'failing', 'paused')),
    state_note text not null default '', state_since timestamptz not null default now(), behind_seconds int not null default 0,
    failures int not null default 0, next_try_at timestamptz not null default now(), asked_at timestamptz not null default clock_timestamp(), last_heard_at timestamptz, department_id uuid,
    created_at timestamptz not null default now(), removed_at timestamptz,
    primary key (workspace_id, id), foreign key (workspace_id, department_id) references department)`,
  `create unique index channel_door on channel (workspace_id, door_key_hash) where door_key_hash is not null`,
  `create unique index channel_name on channel (workspace_id, lower(name)) where removed_at is null`,
  `create table channel_note (
    workspace_id uuid not null, id uuid not null, channel_id uuid not null, at timestamptz not null default now(), level text not null, sentence text not null,
    primary key (workspace_id, id), foreign key (workspace_id, channel_id) references channel)`,
  `create index channel_note_newest on channel_note (workspace_id, channel_id, id desc)`,
  `create table sign_in_attempt (
    workspace_id uuid not null references workspace, id uuid not null, kind text not null, name text not null, state_hash text not null,
    kept bytea not null, colleague_id uuid not null, channel_id uuid, expires_at timestamptz not null,
    primary key (workspace_id, id))`,
  `create unique index sign_in_attempt_state on sign_in_attempt (workspace_id, state_hash)`,
  `create table post_key (
    workspace_id uuid not null references workspace, id_space text not null, external_id text not null,
    post_id uuid, posted_at timestamptz, message_id uuid, thread_key text not null, version int not null default 1,
    content_hash bytea, deleted_at timestamptz,
    primary key (workspace_id, id_space, external_id))`,
  `create table post (
    workspace_id uuid not null, id uuid not null, posted_at timestamptz not null, written_at timestamptz not null,
    kept_at timestamptz not null default now(), channel_id uuid not null, id_space text not null, external_id text not null,
    thread_key text not null, in_reply_to text, type text not null, visibility text not null, title text, text text not null,
    media_descriptions text[] not null default '{}', links text[] not null default '{}', url text, language text, country text, rating real,
    author jsonb not null, addressed_to_us boolean not null default false, ours boolean not null default false,
    version int not null default 1, edited_at timestamptz, deleted_at timestamptz,
    primary key (workspace_id, posted_at, id)) partition by range (posted_at)`,
  `create index post_by_id on post (workspace_id, id)`,
  `create index post_thread on post (workspace_id, id_space, thread_key)`,
  `create table post_version (
    workspace_id uuid not null references workspace, post_id uuid not null, version int not null, title text, text text not null, replaced_at timestamptz not null default now(),
    primary key (workspace_id, post_id, version))`,
  `create sequence post_arrival_order`,
  `create table post_arrival (
    workspace_id uuid not null references workspace, place bigint not null default nextval('post_arrival_order'),
    post_id uuid not null, posted_at timestamptz not null, thread_key text not null, id_space text not null, change text not null check (change in ('new', 'edited', 'deleted')),
    kept_at timestamptz not null default now(),
    primary key (workspace_id, place))`,
  `create table topic (
    workspace_id uuid not null references workspace, id uuid not null, name text not null,
    kind text not null check (kind in ('brand', 'product', 'competitor', 'person', 'campaign', 'need')),
    query text not null, purpose text not null default '', action text not null default '', owner_id uuid, department_id uuid,
    is_on boolean not null default false, version int not null default 1, created_at timestamptz not null default now(),
    changed_at timestamptz not null default now(), changed_by uuid, removed_at timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, owner_id) references colleague, foreign key (workspace_id, department_id) references department,
    check (not is_on or (purpose <> '' and action <> '' and owner_id is not null and query <> '')))`,
  `create unique index topic_name on topic (workspace_id, lower(name)) where removed_at is null`,
  `create table topic_version (
    workspace_id uuid not null, topic_id uuid not null, version int not null, query text not null, at timestamptz not null default now(), by uuid,
    primary key (workspace_id, topic_id, version), foreign key (workspace_id, topic_id) references topic)`,
  `create table topic_day (
    workspace_id uuid not null, topic_id uuid not null, day date not null, matches int not null,
    primary key (workspace_id, topic_id, day))`,
  `create table match (
    workspace_id uuid not null references workspace, post_id uuid not null, topic_id uuid not null, posted_at timestamptz not null, topic_version int not null,
    hits jsonb not null, at timestamptz not null default now(),
    primary key (workspace_id, post_id, topic_id))`,
  `create index match_topic on match (workspace_id, topic_id, posted_at desc, post_id desc)`,
  `create table reading (
    workspace_id uuid not null references workspace, post_id uuid not null, readings jsonb not null, at timestamptz not null default now(),
    primary key (workspace_id, post_id))`,
  `create table correction (
    workspace_id uuid not null references workspace, id uuid not null, post_id uuid not null, reader text not null, label text not null, was text, by uuid not null,
    at timestamptz not null default now(), taken_back_at timestamptz,
    primary key (workspace_id, id))`,
  `create index correction_post on correction (workspace_id, post_id)`,
  `create table shelved_post (
    workspace_id uuid not null references workspace, post_id uuid not null, posted_at timestamptz not null, error text not null, attempts int not null,
    at timestamptz not null default now(), dropped_at timestamptz,
    primary key (workspace_id, post_id))`,
  `create table job_cursor (
    workspace_id uuid not null references workspace, name text not null, place bigint not null default 0, txid xid8 not null default '0', id uuid, trying jsonb, saved_at timestamptz not null default now(),
    primary key (workspace_id, name))`,
]

const answering = [
  `create table person (
    workspace_id uuid not null references workspace, id uuid not null, name text not null, created_at timestamptz not null default now(),
    primary key (workspace_id, id))`,
  `create table identity (
    workspace_id uuid not null, id uuid not null, person_id uuid not null, id_space text not null, external_id text not null,
    handle text not null, name text, url text, followers bigint, seen_at timestamptz not null default now(),
    primary key (workspace_id, id), unique (workspace_id, id_space, external_id), foreign key (workspace_id, person_id) references person)`,
  `create index identity_person on identity (workspace_id, person_id)`,
  `create table conversation (
    workspace_id uuid not null references workspace, id uuid not null, channel_id uuid not null, id_space text not null, thread_key text not null, person_id uuid not null,
    turn text not null check (turn in ('ours', 'theirs', 'resting', 'ended', 'set_aside')), department_id uuid, assignee_id uuid,
    opened_at timestamptz not null default now(), last_activity_at timestamptz not null, last_message_id uuid, last_in_message_id uuid,
    message_count int not null default 0, our_replies int not null default 0, unanswered_questions int not null default 0,
    ending_id uuid, proposed_ending jsonb,
    primary key (workspace_id, id), unique (workspace_id, id_space, thread_key),
    foreign key (workspace_id, channel_id) references channel, foreign key (workspace_id, person_id) references person,
    foreign key (workspace_id, department_id) references department, foreign key (workspace_id, assignee_id) references colleague,
    constraint ended_needs_evidence check ((turn = 'ended') = (ending_id is not null)))`,
  `create index conversation_newest on conversation (workspace_id, last_activity_at desc, id desc)`,
  `create index conversation_turn on conversation (workspace_id, turn, department_id, last_activity_at desc, id desc)`,
  `create index conversation_assignee on conversation (workspace_id, assignee_id, turn, last_activity_at desc, id desc)`,
  `create index conversation_opened on conversation (workspace_id, opened_at desc)`,
  `create index conversation_person on conversation (workspace_id, person_id, last_activity_at desc)`,
  `create table message (
    workspace_id uuid not null, id uuid not null, conversation_id uuid not null, direction text not null check (direction in ('in', 'out', 'note')),
    at timestamptz not null, post_id uuid, posted_at timestamptz, identity_id uuid, colleague_id uuid, text text, external_id text, url text,
    taken_back_at timestamptz,
    primary key (workspace_id, id), unique (workspace_id, conversation_id, id, direction),
    foreign key (workspace_id, conversation_id) references conversation, foreign key (workspace_id, identity_id) references identity,
    foreign key (workspace_id, colleague_id) references colleague,
    check (direction <> 'in' or (post_id is not null and text is null)),
    check (direction <> 'note' or (text is not null and colleague_id is not null)))`,
  `create unique index message_post on message (workspace_id, post_id) where post_id is not null`,
  `create index message_thread on message (workspace_id, conversation_id, at, id)`,
  `create table tap (
    workspace_id uuid not null, id uuid not null, conversation_id uuid not null, place text not null, at timestamptz not null default now(),
    primary key (workspace_id, id), unique (workspace_id, conversation_id, id), foreign key (workspace_id, conversation_id) references conversation)`,
  `create table ending (
    workspace_id uuid not null, id uuid not null, conversation_id uuid not null, message_id uuid, message_direction text,
    tap_id uuid, stated_by text, stated_words text, stated_at timestamptz, by uuid, at timestamptz not null default now(),
    primary key (workspace_id, id), unique (workspace_id, conversation_id, id),
    foreign key (workspace_id, conversation_id) references conversation,
    foreign key (workspace_id, conversation_id, message_id, message_direction) references message (workspace_id, conversation_id, id, direction),
    foreign key (workspace_id, conversation_id, tap_id) references tap (workspace_id, conversation_id, id),
    constraint ending_is_evidence check (
      num_nonnulls(message_id, tap_id, stated_words) = 1
      and (message_id is null or coalesce(message_direction, '') = 'in')
      and (stated_words is null or (stated_words <> '' and stated_by <> '' and stated_at is not null))
      and (stated_words is not null or (stated_by is null and stated_at is null))))`,
  `alter table conversation add foreign key (workspace_id, id, ending_id) references ending (workspace_id, conversation_id, id)`,
  `create table set_aside (
    workspace_id uuid not null, conversation_id uuid not null, reason text not null check (reason in ('spam', 'no_answer_wanted', 'not_ours', 'chose_not_to_join')),
    note text not null default '', by uuid, at timestamptz not null default now(), turn_before text not null,
    primary key (workspace_id, conversation_id), foreign key (workspace_id, conversation_id) references conversation)`,
  `create table rest (
    workspace_id uuid not null, conversation_id uuid not null, by uuid, at timestamptz not null default now(), turn_before text not null,
    primary key (workspace_id, conversation_id), foreign key (workspace_id, conversation_id) references conversation)`,
  `create table snooze (
    workspace_id uuid not null, conversation_id uuid not null, colleague_id uuid not null, until timestamptz, until_reply boolean not null default false, at timestamptz not null default now(),
    primary key (workspace_id, conversation_id, colleague_id), foreign key (workspace_id, conversation_id) references conversation,
    foreign key (workspace_id, colleague_id) references colleague, check (until is not null or until_reply))`,
  `create index snooze_due on snooze (workspace_id, until) where until is not null`,
  `create table clock (
    workspace_id uuid not null, conversation_id uuid not null, kind text not null check (kind in ('first_reply', 'next_reply')),
    started_at timestamptz not null, due_at timestamptz not null, rang_at timestamptz,
    primary key (workspace_id, conversation_id), foreign key (workspace_id, conversation_id) references conversation)`,
  `create index clock_due on clock (workspace_id, due_at, conversation_id)`,
  `create table conversation_topic (
    workspace_id uuid not null, conversation_id uuid not null, topic_id uuid not null, at timestamptz not null default now(),
    primary key (workspace_id, topic_id, conversation_id),
    foreign key (workspace_id, conversation_id) references conversation, foreign key (workspace_id, topic_id) references topic)`,
  `create index conversation_topic_by_conversation on conversation_topic (workspace_id, conversation_id)`,
  `create table read_mark (
    workspace_id uuid not null, colleague_id uuid not null, conversation_id uuid not null, read_at timestamptz not null,
    primary key (workspace_id, colleague_id, conversation_id), foreign key (workspace_id, conversation_id) references conversation)`,
  `create table event (
    workspace_id uuid not null references workspace, id uuid not null, txid xid8 not null default pg_current_xact_id(), name text not null,
    conversation_id uuid, subject_id uuid, by uuid, at timestamptz not null default clock_timestamp(), details jsonb not null default '{}',
    primary key (workspace_id, id))`,
  `create index event_conversation on event (workspace_id, conversation_id, id) where conversation_id is not null`,
  `create index event_order on event (workspace_id, txid, id)`,
  `create table rule (
    workspace_id uuid not null references workspace, id uuid not null, position int not null, topic_id uuid, channel_id uuid, sentiment text, words text,
    department_id uuid not null, assignee_id uuid, is_on boolean not null default true, created_at timestamptz not null default now(), changed_by uuid,
    primary key (workspace_id, id), foreign key (workspace_id, department_id) references department,
    foreign key (workspace_id, topic_id) references topic, foreign key (workspace_id, assignee_id) references colleague,
    foreign key (workspace_id, channel_id) references channel,
    check (num_nonnulls(topic_id, channel_id, sentiment, words) > 0))`,
  `create table routing_decision (
    workspace_id uuid not null, id uuid not null, conversation_id uuid not null, rule_id uuid, department_id uuid, assignee_id uuid,
    why jsonb not null, at timestamptz not null default now(),
    primary key (workspace_id, id), foreign key (workspace_id, conversation_id) references conversation)`,
  `create index routing_decision_conversation on routing_decision (workspace_id, conversation_id, id desc)`,
  `create index routing_decision_rule on routing_decision (workspace_id, rule_id, at) where rule_id is not null`,
  `create table delivery (
    workspace_id uuid not null, id uuid not null, conversation_id uuid not null, channel_id uuid not null, key text not null,
    state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'unknown', 'taken_back')),
    outgoing jsonb not null, not_before timestamptz not null, attempts int not null default 0, looks int not null default 0,
    fence bigint not null default 0, leased_until timestamptz, first_tried_at timestamptz, reason text not null default '', external_id text, url text,
    queued_at timestamptz not null default now(), settled_at timestamptz,
    primary key (workspace_id, id), unique (workspace_id, key),
    foreign key (workspace_id, id) references message (workspace_id, id),
    foreign key (workspace_id, channel_id) references channel)`,
  `create index delivery_due on delivery (workspace_id, not_before) where state in ('queued', 'sending', 'unknown')`,
  `create table promise (
    workspace_id uuid not null, id uuid not null, conversation_id uuid not null, message_id uuid not null, text text not null, owner_id uuid not null, due_at timestamptz not null,
    state text not null default 'open' check (state in ('open', 'kept', 'late', 'broken', 'moved')), created_at timestamptz not null default now(),
    primary key (workspace_id, id), foreign key (workspace_id, conversation_id) references conversation,
    foreign key (workspace_id, owner_id) references colleague)`,
  `create index promise_conversation on promise (workspace_id, conversation_id)`,
  `create table draft (
    workspace_id uuid not null, colleague_id uuid not null, conversation_id uuid not null, mode text not null check (mode in ('reply', 'note')), text text not null, saved_at timestamptz not null default now(),
    primary key (workspace_id, colleague_id, conversation_id, mode), foreign key (workspace_id, conversation_id) references conversation)`,
  `create table message_search (
    workspace_id uuid not null, message_id uuid not null, conversation_id uuid not null, at timestamptz not null, words tsvector not null,
    primary key (workspace_id, message_id))`,
  `create index message_search_words on message_search using gin (words)`,
]

const edges = [
  `create table inbound_receipt (
    workspace_id uuid not null, channel_id uuid not null, webhook_id text not null, answer jsonb not null, at timestamptz not null default now(),
    primary key (workspace_id, channel_id, webhook_id))`,
  `create table idempotency (
    workspace_id uuid not null, colleague_id uuid not null, key text not null, route text not null, request_hash text not null,
    status int, answer bytea, at timestamptz not null default now(),
    primary key (workspace_id, colleague_id, key))`,
  `create function make_room_for_posts(first date, last date) returns void language plpgsql as $$
    declare month date := date_trunc('month', first);
    begin
      while month <= last loop
        if to_regclass(format('post_%s', to_char(month, 'YYYY_MM'))) is null then
          execute format('create table post_%s partition of post for values from (%L) to (%L)',
            to_char(month, 'YYYY_MM'), month::timestamptz, (month + interval '1 month')::timestamptz);
        end if;
        month := month + interval '1 month';
      end loop;
    end $$`,
  `set local timezone to 'UTC'`,
  `select make_room_for_posts((now() - interval '13 months')::date, (now() + interval '2 months')::date)`,
]

/** Row-level security for everybody, two roles that cannot bypass it, and the few columns open to look-ups. */
function guards(): string[] {
  return [
    role('earshot_app'),
    role('earshot_lookup'),
    `do $$ begin execute format('grant earshot_app, earshot_lookup to %I', current_user); end $$`,
    `do $$ begin execute format('grant usage on schema %I to earshot_app, earshot_lookup', current_schema()); end $$`,
    ...workspaceTables.flatMap((table) => [
      `alter table ${table} enable row level security`,
      `alter table ${table} force row level security`,
      `create policy own_workspace on ${table} to earshot_app using (workspace_id = current_setting('earshot.workspace')::uuid) with check (workspace_id = current_setting('earshot.workspace')::uuid)`,
      `grant select, insert, update, delete on ${table} to earshot_app`,
    ]),
    `revoke update, delete on event from earshot_app`,
    `grant usage on sequence post_arrival_order to earshot_app`,
    `alter table workspace enable row level security`,
    `alter table workspace force row level security`,
    `create policy own_workspace on workspace to earshot_app using (id = current_setting('earshot.workspace')::uuid) with check (id = current_setting('earshot.workspace')::uuid)`,
    `grant select, insert, update on workspace to earshot_app`,
    ...lookups('workspace', 'id, name, created_at'),
    ...lookups('colleague', 'workspace_id, id, account_id, email, left_at'),
    ...lookups('api_key', 'workspace_id, id, key_hash, colleague_id, revoked_at'),
    ...lookups('invitation', 'workspace_id, id, token_hash, expires_at, accepted_at, revoked_at'),
    ...lookups('channel', 'workspace_id, id, kind, door_key_hash, removed_at'),
    ...lookups('sign_in_attempt', 'workspace_id, id, state_hash, expires_at'),
    ...lookups('topic', 'workspace_id, id, version, query, is_on, removed_at'),
    `create index api_key_lookup on api_key (key_hash)`,
    `create index channel_door_lookup on channel (door_key_hash) where door_key_hash is not null`,
    `create index colleague_account_lookup on colleague (account_id)`,
    `create index invitation_lookup on invitation (token_hash)`,
  ]
}

function lookups(table: string, columns: string): string[] {
  return [
    `create policy look_up on ${table} for select to earshot_lookup using (true)`,
    `grant select (${columns}) on ${table} to earshot_lookup`,
  ]
}

function role(name: string): string {
  return `do $$ begin create role ${name} nologin nobypassrls; exception when duplicate_object or unique_violation then null; end $$`
}
