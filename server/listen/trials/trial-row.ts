import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { MatchablePost } from '../../model/match.ts'
import type { Author, PostType } from '../../model/post.ts'
import type { Query } from '../../model/query.ts'
import { childrenOf } from '../../model/query.ts'

/** A stored post as it is tried; what no query asks for is left out. */
export interface TrialRow {
  id: string
  postedAt: Date
  channelId: string
  text: string
  title: string | null
  mediaDescriptions: string[]
  language: string | null
  type: PostType
  inReplyTo: string | null
  author?: Author
  url?: string | null
  links?: string[]
  country?: string | null
  rating?: number | null
}

const words = sql.raw('id, posted_at, channel_id, text, title, media_descriptions, language, type, in_reply_to')
const everything = sql.raw(
  'id, posted_at, channel_id, text, title, media_descriptions, language, type, in_reply_to, author, url, links, country, rating',
)

/** The columns that these queries look at: a million rows are read three times as fast without the author and the links. */
export function columnsFor(queries: readonly Query[]): RawBuilder<unknown> {
  return queries.some(looksBesideWords) ? everything : words
}

const inEveryRow = new Set(['lang', 'channel', 'type'])

function looksBesideWords(query: Query): boolean {
  if (query.kind === 'compare') return true
  if (query.kind === 'field') return !inEveryRow.has(query.field)
  return childrenOf(query).some(looksBesideWords)
}

/** What posts are tried: those of others that are not deleted. */
export const isTried = sql.raw('deleted_at is null and not ours')

export type Channels = ReadonlyMap<string, { name: string; kind: string }>

/** Every channel there was, since a removed one's posts stay. */
export async function readChannels(tx: Tx): Promise<Channels> {
  const rows = await tx.selectFrom('channel').select(['id', 'name', 'kind']).execute()
  return new Map(rows.map(({ id, name, kind }) => [id, { name, kind }]))
}

/** The post as matching takes it. */
export function matchableOf(row: TrialRow, channels: Channels): MatchablePost {
  return {
    text: row.text,
    mediaDescriptions: row.mediaDescriptions,
    type: row.type,
    channel: channels.get(row.channelId)?.kind ?? '',
    ...(row.title !== null && { title: row.title }),
    ...(row.inReplyTo !== null && { inReplyTo: row.inReplyTo }),
    ...(row.author && { author: row.author }),
    ...(row.links && { links: row.links }),
    ...(row.url && { url: row.url }),
    ...(row.country && { country: row.country }),
    ...(typeof row.rating === 'number' && { rating: row.rating }),
  }
}
