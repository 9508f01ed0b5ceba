import { sql } from 'kysely'
import type { SampleView } from '../../../contract/topic-trials.ts'
import type { Tx } from '../../db/database.ts'
import { matchableFrom } from '../arrivals/matchable-post.ts'
import { findMatches } from '../matching/find-matches.ts'
import type { TopicIndex } from '../matching/topic-index.ts'
import { lazyLanguage } from '../reading/language/read-language.ts'
import { readableFrom } from '../reading/readable-post.ts'
import type { PostPlace } from './choose-samples.ts'

/** Stored posts with all that is shown of them, in no order. One that was deleted meanwhile is left out. */
export function readPosts(tx: Tx, places: readonly PostPlace[]) {
  const times = places.map((place) => place.postedAt.getTime())
  return tx
    .selectFrom('post')
    .innerJoin('channel', 'channel.id', 'post.channelId')
    .select(['post.id', 'post.text', 'post.title', 'post.mediaDescriptions', 'post.author', 'post.url', 'post.links'])
    .select(['post.country', 'post.type', 'post.inReplyTo', 'post.rating', 'post.language', 'post.postedAt'])
    .select(['post.writtenAt', 'post.channelId', 'channel.kind as channelKind', 'channel.name as channelName'])
    .where('post.id', '=', sql<string>`any(${places.map((place) => place.id)}::uuid[])`)
    .where('post.postedAt', '>=', new Date(Math.min(...times)))
    .where('post.postedAt', '<=', new Date(Math.max(...times)))
    .where('post.deletedAt', 'is', null)
    .execute()
}

export type PostRow = Awaited<ReturnType<typeof readPosts>>[number]

/** What a query of the index, by its name, finds in a post; undefined when it does not find it. */
export async function hitsIn(index: TopicIndex, key: string, row: PostRow) {
  const matches = await findMatches(index, matchableFrom(row), lazyLanguage(readableFrom(row)).label)
  return matches.find((match) => match.topicKey === key)?.hits
}

/** What is said of posts for a topic, by their ids. */
export type MarksByPost = ReadonlyMap<string, boolean>

/** Posts that a query of the index finds, as they are shown: the newest first, with the words that hit. */
export async function readSamples(
  tx: Tx,
  places: readonly PostPlace[],
  { index, key, marks }: { index: TopicIndex; key: string; marks: MarksByPost },
): Promise<SampleView[]> {
  if (places.length === 0) return []
  const rows = await readPosts(tx, places)
  rows.sort((a, b) => b.postedAt.getTime() - a.postedAt.getTime() || (a.id < b.id ? 1 : -1))
  const samples: SampleView[] = []
  for (const row of rows) {
    const hits = await hitsIn(index, key, row)
    if (hits) samples.push({ ...presentPost(row), hits, right: marks.get(row.id) ?? null })
  }
  return samples
}

function presentPost(post: PostRow) {
  return {
    postId: post.id,
    text: post.text,
    title: post.title,
    at: post.writtenAt.toISOString(),
    author: { name: post.author.name ?? post.author.handle, handle: post.author.handle },
    channel: { id: post.channelId, kind: post.channelKind, name: post.channelName },
    url: post.url,
  }
}
