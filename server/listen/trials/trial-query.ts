import type { QueryDiagnostic } from '../../../contract/query.ts'
import { notFound } from '../../access/problem.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'
import type { Query } from '../../model/query.ts'
import { checkQueryHere, readNames } from '../topics/topic-names.ts'
import { findTopic } from '../topics/topic-store.ts'

/** The topic that a query is tried for, as it is kept. */
export interface TrialTopic {
  id: string
  isOn: boolean
  departmentId: string | null
  /** The version in use, with its references resolved; undefined while there is none that can be used. */
  used: Query | undefined
}

export interface TrialQuery {
  diagnostics: QueryDiagnostic[]
  /** Undefined when it cannot be tried. */
  query: Query | undefined
  topic: TrialTopic | undefined
  /** Whether another query could be used in its place. */
  couldBe: (text: string) => boolean
}

/** Reads a query as part of its workspace, and the topic it is for. Throws `not_found` for a topic that `who` cannot see. */
export async function readTrialQuery(
  tx: Tx,
  who: Who,
  { query, topicId, channelKinds }: { query: string; topicId?: string | undefined; channelKinds: readonly string[] },
): Promise<TrialQuery> {
  const kept = topicId === undefined ? undefined : await findTopic(tx, who, { id: topicId })
  if (topicId !== undefined && !kept) throw notFound('topic')
  const names = await readNames(tx)
  const self = kept ? { self: kept.name } : {}
  const check = (text: string) => checkQueryHere(text, { names, channelKinds, ...self })
  const checked = check(query)
  return {
    diagnostics: checked.diagnostics,
    query: usable(checked),
    couldBe: (text) => check(text).ok,
    topic: kept && {
      id: kept.id,
      isOn: kept.isOn,
      departmentId: kept.departmentId,
      used: kept.query === query ? usable(checked) : usable(check(kept.query)),
    },
  }
}

function usable({ ok, query }: { ok: boolean; query: Query | undefined }): Query | undefined {
  return ok ? query : undefined
}
