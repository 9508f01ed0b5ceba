import type { RawBuilder } from 'kysely'
import { refused } from '../../access/problem.ts'
import type { Tx } from '../../db/database.ts'
import type { Query } from '../../model/query.ts'
import { makeTopicIndex } from '../matching/topic-index.ts'
import type { TopicIndex } from '../matching/topic-index.ts'
import { parseQuery } from '../topics/parse-query.ts'
import type { Foresight } from './foresight.ts'
import type { Looking } from './look-at.ts'
import type { TrialTopic } from './trial-query.ts'
import { columnsFor, readChannels } from './trial-row.ts'

/** What a query is tried with: against which version, and who would have what it finds. */
export interface Trial {
  workspaceId: string
  query: Query
  topic: TrialTopic | undefined
  looking: Looking
  columns: RawBuilder<unknown>
  departmentId: string | null
  /** The words of routing rules, by their ids; null where no rule has any. */
  rules: TopicIndex | null
  departmentOf: Foresight['departmentOf']
}

/** The names under which the index of a trial knows its queries. */
export const tried = 'tried'
export const used = 'used'

interface Beginning {
  workspaceId: string
  query: Query
  topic: TrialTopic | undefined
  /** The department of the topic as it is to be; undefined: as it is kept. */
  department: string | null | undefined
  foresight: Foresight
  signal: AbortSignal
}

/** Gets everything ready to try a query. Throws `refused` for a department that is not there. */
export async function beginTrial(tx: Tx, beginning: Beginning): Promise<Trial> {
  const { workspaceId, query, topic, department, foresight, signal } = beginning
  if (department) await refuseUnknownDepartment(tx, department)
  const words = foresight.words.flatMap(({ id, words: text }) => {
    const parsed = parseQuery(text).query
    return parsed ? [{ id, query: parsed }] : []
  })
  const before = topic?.used ? [topic.used] : []
  return {
    workspaceId,
    query,
    topic,
    looking: { index: indexOf(query, topic), channels: await readChannels(tx), signal },
    columns: columnsFor([query, ...before, ...words.map((rule) => rule.query)]),
    departmentId: department === undefined ? (topic?.departmentId ?? null) : department,
    rules: words.length === 0 ? null : rulesIndex(words),
    departmentOf: foresight.departmentOf,
  }
}

/** The tried query beside the version in use, if there is one. */
export function indexOf(query: Query, topic: Pick<TrialTopic, 'used'> | undefined): TopicIndex {
  const index = makeTopicIndex()
  index.set(tried, query)
  if (topic?.used) index.set(used, topic.used)
  return index
}

function rulesIndex(rules: readonly { id: string; query: Query }[]): TopicIndex {
  const index = makeTopicIndex()
  for (const { id, query } of rules) index.set(id, query)
  return index
}

async function refuseUnknownDepartment(tx: Tx, id: string): Promise<void> {
  const here = await tx.selectFrom('department').select('id').where('id', '=', id).executeTakeFirst()
  if (!here) throw refused('department', 'There is no department with this id. Choose another one.')
}
