import { sql } from 'kysely'
import type { z } from 'zod'
import type { postPage, postQuery } from '../../../contract/topics.ts'
import { placeAfter } from '../../access/place-after.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { packPageKey } from '../../lib/page-key.ts'
import { conversationsOf, matchesOf, readConversations, readMatches, selectPosts } from './post-store.ts'
import { presentPost } from './present-post.ts'

type Page = z.infer<typeof postPage>

/** The post of the query around. */
const postId = sql.ref<string>('post.id')

/**
 * A page of kept posts, the newest first, with their matches and readings. Who does not own the workspace sees the
 * posts of topics and conversations they may see.
 */
export async function listPosts(tx: Tx, who: Who, query: z.infer<typeof postQuery>): Promise<Page> {
  const { limit, topic, channel, after } = query
  const place = placeAfter(after, 'time', 'id')
  const rows = await selectPosts(tx)
    .$if(topic !== undefined, (select) =>
      select.where((eb) =>
        eb.exists(matchesOf(tx, who).where('match.postId', '=', postId).where('match.topicId', '=', topic!)),
      ),
    )
    .$if(channel !== undefined, (select) => select.where('post.channelId', '=', channel!))
    .$if(!who.isOwner, (select) =>
      select.where((eb) =>
        eb.or([
          eb.exists(matchesOf(tx, who).where('match.postId', '=', postId)),
          eb.exists(conversationsOf(tx, who).where('message.postId', '=', postId)),
        ]),
      ),
    )
    .$if(place !== undefined, (select) =>
      select.where((eb) => eb(eb.refTuple('post.postedAt', 'post.id'), '<', eb.tuple(new Date(place![0]), place![1]))),
    )
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last ? packPageKey([last.postedAt, last.id]) : null
  const ids = items.map((row) => row.id)
  const beside = { matches: await readMatches(tx, who, ids), conversations: await readConversations(tx, who, ids) }
  return { items: items.map((row) => presentPost(row, beside)), next }
}
