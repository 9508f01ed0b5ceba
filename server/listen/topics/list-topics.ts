import type { TopicView } from '../../../contract/topics.ts'
import { placeAfter } from '../../access/place-after.ts'
import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { packPageKey } from '../../lib/page-key.ts'
import { noStanding, readStandings } from '../trials/read-standings.ts'
import { presentTopic } from './present-topic.ts'
import type { TopicRow } from './topic-store.ts'
import { countWeek, selectTopics } from './topic-store.ts'
import { checkQueryHere, readNames } from './topic-names.ts'

/** A page of the topics in the order of their names. */
export async function listTopics(
  tx: Tx,
  who: Who,
  { limit, after, channelKinds }: { limit: number; after?: string | undefined; channelKinds: readonly string[] },
): Promise<{ items: TopicView[]; next: string | null }> {
  const place = placeAfter(after, 'text', 'id')
  const rows = await selectTopics(tx, who)
    .$if(place !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple(eb.fn<string>('lower', ['topic.name']), 'topic.id'), '>', eb.tuple(place![0], place![1])),
      ),
    )
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last ? packPageKey([last.name.toLowerCase(), last.id]) : null
  return { items: await present(tx, who, { rows: items, channelKinds }), next }
}

/** One topic as it leaves the server. */
export async function readTopic(
  tx: Tx,
  who: Who,
  { id, channelKinds }: { id: string; channelKinds: readonly string[] },
): Promise<TopicView> {
  const rows = await selectTopics(tx, who).where('topic.id', '=', id).execute()
  const [topic] = await present(tx, who, { rows, channelKinds })
  if (!topic) throw notFound('topic')
  return topic
}

async function present(
  tx: Tx,
  who: Who,
  { rows, channelKinds }: { rows: readonly TopicRow[]; channelKinds: readonly string[] },
): Promise<TopicView[]> {
  const names = await readNames(tx)
  const week = await countWeek(
    tx,
    rows.map((row) => row.id),
  )
  const checked = rows.map(({ id, name, query }) => {
    const { ok, diagnostics, ...read } = checkQueryHere(query, { names, channelKinds, self: name })
    return { id, query: ok ? read.query : undefined, warnings: query === '' ? [] : diagnostics }
  })
  const standings = await readStandings(tx, checked)
  const beside = { week, mayChange: who.rights.has('topic.change'), now: new Date() }
  return rows.map((row, index) =>
    presentTopic(row, { ...beside, warnings: checked[index]!.warnings, standing: standings.get(row.id) ?? noStanding }),
  )
}
