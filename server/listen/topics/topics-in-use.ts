import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { NamedList } from '../lists/named-list.ts'
import { readNamedLists } from '../lists/named-list.ts'
import { normaliseQuery } from './normalise-query.ts'
import { parseQuery } from './parse-query.ts'
import { printQuery } from './print-query.ts'
import { resolveReferences } from './resolve-references.ts'
import { referencesTo } from './topic-names.ts'
import { makeTopicIndex } from '../matching/topic-index.ts'
import type { TopicIndex } from '../matching/topic-index.ts'

/** The topics of one workspace that are switched on; `index` knows them by their ids. */
export interface HeldTopics {
  index: TopicIndex
  /** The version of the query that is in the index. */
  versions: ReadonlyMap<string, number>
  /** How many matches a day each of them may keep. */
  quotas: ReadonlyMap<string, number>
}

/** What the matcher holds, workspace by workspace. */
export interface TopicsInUse {
  /**
   * The topics as this transaction sees them. Nothing is read again while no topic and no list has changed, and only the changed
   * ones go into the index anew.
   */
  of(tx: Tx, workspaceId: string): Promise<HeldTopics>
}

interface Held extends HeldTopics {
  versions: Map<string, number>
  quotas: Map<string, number>
  /** What stands in the index, in print. */
  printed: Map<string, string>
  state: string
}

/** Makes an empty holder; workspaces are read when they are first asked for. */
export function makeTopicsInUse(): TopicsInUse {
  const workspaces = new Map<string, Held>()
  return {
    async of(tx, workspaceId) {
      const state = await readState(tx)
      let held = workspaces.get(workspaceId)
      if (!held) workspaces.set(workspaceId, (held = emptyHold()))
      if (held.state !== state) takeOver(held, { topics: await readTopics(tx), lists: await readNamedLists(tx) }, state)
      return held
    },
  }
}

function emptyHold(): Held {
  return { index: makeTopicIndex(), versions: new Map(), quotas: new Map(), printed: new Map(), state: '' }
}

/** Changes whenever any topic or list does; much cheaper to ask for than these. */
async function readState(tx: Tx): Promise<string> {
  const { topics, lists } = await tx
    .selectNoFrom((eb) => [
      eb.selectFrom('topic').select(stateOfRows.as('topics')).as('topics'),
      eb.selectFrom('list').select(stateOfRows.as('lists')).as('lists'),
    ])
    .executeTakeFirstOrThrow()
  return `${topics} ${lists}`
}

const stateOfRows = sql<string>`concat_ws(' ', count(*), sum(extract(epoch from changed_at)))`

function readTopics(tx: Tx) {
  return tx
    .selectFrom('topic')
    .select(['id', 'name', 'query', 'version', 'isOn', 'dailyQuota'])
    .where('removedAt', 'is', null)
    .execute()
}

interface Kept {
  topics: Awaited<ReturnType<typeof readTopics>>
  lists: readonly NamedList[]
}

function takeOver(held: Held, { topics, lists }: Kept, state: string): void {
  const references = referencesTo({ topics, lists })
  const gone = new Set(held.versions.keys())
  for (const topic of topics) {
    const parsed = topic.isOn ? parseQuery(topic.query).query : undefined
    const resolved = parsed && resolveReferences(parsed, references, topic.name)
    // A query was checked before it was kept; one that leads nowhere now (its list is gone) finds nothing.
    if (!resolved || !('query' in resolved)) continue
    gone.delete(topic.id)
    held.versions.set(topic.id, topic.version)
    held.quotas.set(topic.id, topic.dailyQuota)
    const query = normaliseQuery(resolved.query)
    const printed = printQuery(query)
    if (held.printed.get(topic.id) === printed) continue
    held.index.set(topic.id, query)
    held.printed.set(topic.id, printed)
  }
  for (const id of gone) {
    held.index.remove(id)
    held.versions.delete(id)
    held.quotas.delete(id)
    held.printed.delete(id)
  }
  held.state = state
}
