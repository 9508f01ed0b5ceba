import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Arrival } from './announce-arrivals.ts'
import type { KeepingChannel } from './keeping-channel.ts'
import type { PreparedPost } from './prepare-post.ts'

export type NewPost = PreparedPost & { id: string; threadKey: string }

/**
 * Inserts posts that are not known yet; returns those that were. Columns travel as arrays: measured, that costs the
 * server least. Another transaction may keep the same post meanwhile: then its key decides and ours is a repeat.
 */
export async function insertPosts(tx: Tx, channel: KeepingChannel, posts: NewPost[]): Promise<Arrival[]> {
  if (posts.length === 0) return []
  const ours = await claimKeys(tx, channel, posts)
  const mine = posts.filter((post) => ours.has(post.externalId))
  if (mine.length === 0) return []
  const rows = mine.map((post) => rowOf(post))
  await sql`
    insert into post (workspace_id, channel_id, id_space, id, posted_at, written_at, external_id, thread_key, in_reply_to, type, visibility,
      title, text, url, language, country, rating, author, addressed_to_us, ours, edited_at, media_descriptions, links)
    select ${channel.workspaceId}::uuid, ${channel.id}::uuid, ${channel.idSpace}, row.id, row.posted_at, row.written_at, row.external_id, row.thread_key,
      row.in_reply_to, row.type, row.visibility, row.title, row.text, row.url, row.language, row.country, row.rating, row.author, row.addressed_to_us,
      row.ours, row.edited_at, array(select jsonb_array_elements_text(row.media_descriptions)), array(select jsonb_array_elements_text(row.links))
    from unnest(${column(rows, 'id')}::uuid[], ${column(rows, 'postedAt')}::timestamptz[], ${column(rows, 'writtenAt')}::timestamptz[],
      ${column(rows, 'externalId')}::text[], ${column(rows, 'threadKey')}::text[], ${column(rows, 'inReplyTo')}::text[], ${column(rows, 'type')}::text[],
      ${column(rows, 'visibility')}::text[], ${column(rows, 'title')}::text[], ${column(rows, 'text')}::text[], ${column(rows, 'url')}::text[],
      ${column(rows, 'language')}::text[], ${column(rows, 'country')}::text[], ${column(rows, 'rating')}::real[], ${column(rows, 'author')}::jsonb[],
      ${column(rows, 'addressedToUs')}::boolean[], ${column(rows, 'ours')}::boolean[], ${column(rows, 'editedAt')}::timestamptz[],
      ${column(rows, 'mediaDescriptions')}::jsonb[], ${column(rows, 'links')}::jsonb[])
      as row (id, posted_at, written_at, external_id, thread_key, in_reply_to, type, visibility, title, text, url, language, country, rating, author,
        addressed_to_us, ours, edited_at, media_descriptions, links)`.execute(tx)
  return mine.map(({ externalId, id, postedAt, threadKey }) => ({
    externalId,
    postId: id,
    postedAt,
    threadKey,
    change: 'new',
  }))
}

/** The row in `post_key` decides who keeps a post; it also fixes its month. Returns the ids that are ours to keep. */
async function claimKeys(tx: Tx, channel: KeepingChannel, posts: NewPost[]): Promise<Set<string>> {
  const claimed = await sql<{ externalId: string }>`
    insert into post_key (workspace_id, id_space, external_id, post_id, posted_at, thread_key, content_hash)
    select ${channel.workspaceId}::uuid, ${channel.idSpace}, row.external_id, row.id, row.posted_at, row.thread_key, row.content_hash
    from unnest(${posts.map((post) => post.externalId)}::text[], ${posts.map((post) => post.id)}::uuid[],
      ${posts.map((post) => post.postedAt.toISOString())}::timestamptz[], ${posts.map((post) => post.threadKey)}::text[],
      ${posts.map((post) => post.contentHash)}::bytea[]) as row (external_id, id, posted_at, thread_key, content_hash)
    order by row.external_id
    on conflict do nothing
    returning external_id`.execute(tx)
  return new Set(claimed.rows.map((row) => row.externalId))
}

function rowOf(post: NewPost) {
  return {
    id: post.id,
    postedAt: post.postedAt.toISOString(),
    writtenAt: post.createdAt.toISOString(),
    externalId: post.externalId,
    threadKey: post.threadKey,
    type: post.type ?? (post.inReplyTo === undefined ? 'post' : 'reply'),
    visibility: post.visibility ?? 'public',
    text: post.text,
    author: JSON.stringify(post.author),
    addressedToUs: post.addressedToUs ?? false,
    ours: post.ours ?? false,
    mediaDescriptions: JSON.stringify(post.mediaDescriptions ?? []),
    links: JSON.stringify(post.links ?? []),
    ...whereStated(post),
  }
}

/** What only some sources state. */
function whereStated(post: NewPost) {
  return {
    inReplyTo: post.inReplyTo ?? null,
    title: post.title ?? null,
    url: post.url ?? null,
    language: post.language ?? null,
    country: post.country ?? null,
    rating: post.rating ?? null,
    editedAt: post.editedAt?.toISOString() ?? null,
  }
}

type PostRow = ReturnType<typeof rowOf>

function column<Name extends keyof PostRow>(rows: PostRow[], name: Name): PostRow[Name][] {
  return rows.map((row) => row[name])
}
