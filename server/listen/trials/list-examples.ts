import type { ExampleView } from '../../../contract/topic-trials.ts'
import type { QueryDiagnostic } from '../../../contract/query.ts'
import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import { indexOf, tried } from './begin-trial.ts'
import { checkExamples } from './check-examples.ts'
import { selectExamples } from './read-examples.ts'
import { readTrialQuery } from './trial-query.ts'

interface Asked {
  topicId: string
  /** The version in use where it is left out. */
  query?: string
  channelKinds: readonly string[]
}

/** A topic's examples, the newest first, each held against a query. Throws `not_found`. */
export async function listExamples(
  tx: Tx,
  who: Who,
  { topicId, query: text, channelKinds }: Asked,
): Promise<{ diagnostics: QueryDiagnostic[]; items: ExampleView[] }> {
  const { diagnostics, query, topic } = await readTrialQuery(tx, who, { query: text ?? '', topicId, channelKinds })
  const asked = text === undefined ? topic?.used : query
  const examples = await selectExamples(tx, [topicId]).execute()
  if (text !== undefined && !asked) return { diagnostics, items: [] }
  return { diagnostics, items: await checkExamples(examples, asked && indexOf(asked, undefined), tried) }
}

/** One of a topic's examples, held against the version in use. */
export async function readExample(
  tx: Tx,
  who: Who,
  { id, topicId, channelKinds }: { id: string } & Pick<Asked, 'topicId' | 'channelKinds'>,
): Promise<ExampleView> {
  const { items } = await listExamples(tx, who, { topicId, channelKinds })
  const example = items.find((one) => one.id === id)
  if (!example) throw notFound('example')
  return example
}
