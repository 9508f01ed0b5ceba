import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { behind, lockPlace, savePlace } from '../../db/event-place.ts'
import type { Job } from '../../db/job.ts'
import { searchWords } from './search-words.ts'

const name = 'index messages'
const atOnce = 500

/** Makes what was said findable, a second or two after it was said, so that hearing it is never slowed down. */
export const indexMessages: Job = {
  name,
  everySeconds: 1,
  run: async (work, { workspaceId }) => {
    while ((await work((tx) => indexNext(tx, workspaceId))) === atOnce);
  },
}

interface Happened {
  txid: string
  id: string
  name: string
  conversationId: string | null
  subjectId: string | null
}

/** Takes the next events by its own saved place; returns how many there were. */
async function indexNext(tx: Tx, workspaceId: string): Promise<number> {
  const place = await lockPlace(tx, { workspaceId, name })
  if (!place) return 0
  const { rows } = await sql<Happened>`
    select txid, id, name, conversation_id, subject_id from event
    where workspace_id = ${workspaceId} and ${behind(place)}
    order by txid, id limit ${atOnce}`.execute(tx)
  const last = rows.at(-1)
  if (!last) return 0
  await indexWhat(tx, workspaceId, rows)
  await savePlace(tx, { workspaceId, name }, last)
  return rows.length
}

const spoken = new Set(['message.received', 'message.edited', 'note.added', 'reply.queued', 'reply.heard'])

async function indexWhat(tx: Tx, workspaceId: string, happened: readonly Happened[]): Promise<void> {
  const said = happened.flatMap((one) => (spoken.has(one.name) && one.subjectId ? [one.subjectId] : []))
  const opened = happened.flatMap((one) =>
    one.name === 'conversation.opened' && one.conversationId ? [one.conversationId] : [],
  )
  const gone = happened.flatMap((one) => (one.name === 'reply.taken_back' && one.subjectId ? [one.subjectId] : []))
  const messages = await readWords(tx, workspaceId, { said, opened })
  if (messages.length > 0) {
    await sql`
      insert into message_search (workspace_id, message_id, conversation_id, at, words)
      select ${workspaceId}::uuid, row.message_id, row.conversation_id, row.at, array_to_tsvector(array(select jsonb_array_elements_text(row.words)))
      from unnest(${messages.map((one) => one.id)}::uuid[], ${messages.map((one) => one.conversationId)}::uuid[],
        ${messages.map((one) => one.at.toISOString())}::timestamptz[],
        ${messages.map((one) => JSON.stringify(searchWords(one.text)))}::jsonb[]) as row (message_id, conversation_id, at, words)
      on conflict (workspace_id, message_id) do update set words = excluded.words`.execute(tx)
  }
  if (gone.length > 0) {
    await tx.deleteFrom('messageSearch').where('workspaceId', '=', workspaceId).where('messageId', 'in', gone).execute()
  }
}

/** Each message with everything it is to be found by: its words, its title, and who wrote it. */
async function readWords(tx: Tx, workspaceId: string, { said, opened }: { said: string[]; opened: string[] }) {
  const rows = await tx
    .selectFrom('message')
    .leftJoin('post', (join) =>
      join
        .onRef('post.workspaceId', '=', 'message.workspaceId')
        .onRef('post.postedAt', '=', 'message.postedAt')
        .onRef('post.id', '=', 'message.postId'),
    )
    .where('message.workspaceId', '=', workspaceId)
    .where('message.takenBackAt', 'is', null)
    .where('post.deletedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('message.id', '=', sql<string>`any(${said}::uuid[])`),
        eb('message.conversationId', '=', sql<string>`any(${opened}::uuid[])`),
      ]),
    )
    .select(['message.id', 'message.conversationId', 'message.at', 'message.text as ownText'])
    .select(['post.text', 'post.title', 'post.author'])
    .execute()
  return rows.map(({ id, conversationId, at, ownText, text, title, author }) => ({
    id,
    conversationId,
    at,
    text: [ownText, title, text, author?.name, author?.handle].filter(Boolean).join('\n'),
  }))
}
