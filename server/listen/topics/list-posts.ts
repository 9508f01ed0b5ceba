import { sql, type Expression, type SqlBool } from 'kysely'
import type { z } from 'zod'
import type { postPage, postQuery } from '../../../contract/topics.ts'
import { placeAfter } from '../../access/place-after.ts'
import { postsIn } from '../../access/post-set.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { packPageKey } from '../../lib/page-key.ts'
import { holdsPhrase, wordRuns } from '../../lib/plain-words.ts'
import { lowerCase } from '../../lib/tokenize.ts'
import { countPostCopies } from './count-post-copies.ts'
import { readConversations, readMatches, selectPosts, type PostRow } from './post-store.ts'
import { presentPost } from './present-post.ts'

type Query = z.infer<typeof postQuery>
type Page = z.infer<typeof postPage>

/** Posts looked at for words before a page ends early; the next one goes on from there. */
const mostLooked = 2_000

/**
 * A page of kept posts, the newest first, with their matches and readings. Who does not own the workspace sees the
 * posts of topics and conversations they may see. Folded, of copies only the newest is in the list.
 */
export async function listPosts(tx: Tx, who: Who, query: Query): Promise<Page> {
  const conditions = [...postsIn(who, query), ...ofCopies(query)]
  const { rows, next } = await readPage(tx, conditions, query)
  const ids = rows.map((row) => row.id)
  const beside = {
    matches: await readMatches(tx, who, ids),
    conversations: await readConversations(tx, who, ids),
    copies: await countPostCopies(
      tx,
      rows.map((row) => row.copiesId),
      conditions,
    ),
  }
  return { items: rows.map((row) => presentPost(row, beside)), next }
}

function ofCopies({ copies }: Query): Expression<SqlBool>[] {
  if (copies === undefined || copies === 'folded') return []
  return [
    sql<SqlBool>`exists (select 1 from reading copy where copy.workspace_id = post.workspace_id and copy.post_id = post.id
      and copy.copies_id = ${copies})`,
  ]
}

/** With words, posts are looked through until a page is full: they are cut into words as comparisons cut them. */
async function readPage(tx: Tx, conditions: Expression<SqlBool>[], query: Query) {
  const { limit, words } = query
  const found: PostRow[] = []
  let place: Reading['place'] = placeAfter(query.after, 'time', 'id')
  for (let looked = 0; ;) {
    const rows = await readRows(tx, { conditions, query, place })
    looked += rows.length
    found.push(...(words === undefined ? rows : rows.filter((row) => holdsWords(row, words))))
    const last = found.length > limit ? found[limit - 1] : rows.at(-1)
    const isOver = rows.length <= limit
    const next = last && (found.length > limit || !isOver) ? packPageKey([last.postedAt, last.id]) : null
    if (found.length > limit || isOver || looked >= mostLooked) return { rows: found.slice(0, limit), next }
    place = placeAfter(next ?? undefined, 'time', 'id')
  }
}

interface Reading {
  conditions: Expression<SqlBool>[]
  query: Query
  place: readonly [string, string] | undefined
}

function readRows(tx: Tx, { conditions, query, place }: Reading): Promise<PostRow[]> {
  return selectPosts(tx)
    .where((eb) => eb.and(conditions))
    .$if(query.copies === 'folded', (select) => select.where(isNewestCopy(conditions)))
    .$if(query.words !== undefined, (select) => select.where(saysAll(query.words ?? '')))
    .$if(place !== undefined, (select) =>
      select.where((eb) => eb(eb.refTuple('post.postedAt', 'post.id'), '<', eb.tuple(new Date(place![0]), place![1]))),
    )
    .limit(query.limit + 1)
    .execute()
}

/** No newer copy is in the same list. Inside, `post` is the copy, and `line` the one that is asked for. */
function isNewestCopy(conditions: Expression<SqlBool>[]): Expression<SqlBool> {
  return sql<SqlBool>`(reading.copies_id is null or not (
    select exists (select 1 from reading copy join post on post.workspace_id = copy.workspace_id and post.id = copy.post_id
      where copy.workspace_id = line.workspace_id and copy.copies_id = line.copies_id
        and (post.posted_at, post.id) > (line.posted_at, line.id) and ${sql.join(conditions, sql` and `)})
    from (select reading.workspace_id, reading.copies_id, post.posted_at, post.id) line))`
}

/** A first look in the store: every plain word stands somewhere in the post. Not every store knows the small letters of others. */
function saysAll(words: string): Expression<SqlBool> {
  const plain = lowerCase(words)
    .split(' ')
    .filter((word) => /^[a-z0-9]+$/.test(word))
  const all = plain.map(
    (word) => sql`and (strpos(lower(post.text), ${word}) > 0 or strpos(lower(coalesce(post.title, '')), ${word}) > 0)`,
  )
  return all.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(true ${sql.join(all, sql` `)})`
}

function holdsWords({ title, text }: PostRow, words: string): boolean {
  return holdsPhrase([...wordRuns(title ?? ''), ...wordRuns(text)], lowerCase(words))
}
