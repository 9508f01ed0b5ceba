import type { Tx } from '../../db/database.ts'
import type { NamedList } from '../lists/named-list.ts'
import { queryOfList, readNamedLists } from '../lists/named-list.ts'
import { checkQuery } from './check-query.ts'
import type { CheckedQuery } from './check-query.ts'
import { findOddWords } from './find-odd-words.ts'
import { findTooCostly } from './find-too-costly.ts'
import { parseQuery } from './parse-query.ts'
import { presentProblems } from './query-problems.ts'
import type { References } from './resolve-references.ts'
import { resolveReferences } from './resolve-references.ts'
import { foldName, sameName } from './same-name.ts'
import type { WordCounts } from './word-counts.ts'

export interface NamedQuery {
  name: string
  query: string
}

/** What a query can name: `topic:` the other topics, `list:` the shared lists. */
export interface Names {
  topics: readonly NamedQuery[]
  lists: readonly NamedList[]
  /** The words of the last 30 days, where odd ones are to be pointed at. */
  words?: WordCounts | undefined
}

/** Where nothing can be named, as in the words of a rule. */
export const noNames: Names = { topics: [], lists: [] }

/** Every topic of the workspace with its query, and every shared list. */
export async function readNames(tx: Tx): Promise<Names> {
  return { topics: await listNamedQueries(tx), lists: await readNamedLists(tx) }
}

/** Every topic of the workspace with its query: what `topic:` can lead to. */
export function listNamedQueries(tx: Tx): Promise<(NamedQuery & { id: string })[]> {
  return tx.selectFrom('topic').select(['id', 'name', 'query']).where('removedAt', 'is', null).execute()
}

/**
 * Checks a query as part of its workspace: `topic:` must lead to a topic, `list:` to a list, `channel:` to a channel kind,
 * and no topic may lead back to itself. `self` is the name of the topic it belongs to.
 */
export function checkQueryHere(
  text: string,
  { names, channelKinds, self }: { names: Names; channelKinds: readonly string[]; self?: string },
): CheckedQuery {
  const topics = names.topics.map((topic) => topic.name)
  const known = {
    lists: names.lists.map((list) => list.name),
    topics: self === undefined ? topics : [...topics, self],
    channels: channelKinds,
  }
  const checked = checkQuery(text, known)
  if (!checked.ok || !checked.query) return checked
  const odd = names.words ? presentProblems(text, findOddWords(checked.query, text, names.words)) : []
  const diagnostics = [...checked.diagnostics, ...odd]
  const others = names.topics.filter((topic) => self === undefined || !sameName(topic.name, self))
  const resolved = resolveReferences(checked.query, referencesTo({ ...names, topics: others }), self)
  if ('query' in resolved) {
    const costly = presentProblems(text, findTooCostly(resolved.query, text.length))
    return {
      query: resolved.query,
      ok: costly.length === 0,
      diagnostics: [...diagnostics, ...costly],
    }
  }
  const { refused, message, place = { start: 0, end: text.length } } = resolved
  const code = refused.replaceAll('_', '-')
  const refusal = presentProblems(text, [{ severity: 'error', code, ...place, message }])
  return { ...checked, ok: false, diagnostics: [...diagnostics, ...refusal] }
}

/** Where `topic:` and `list:` lead among these names. */
export function referencesTo({ topics, lists }: Names): References {
  const topicNamed = new Map(topics.map((topic) => [foldName(topic.name), topic.query]))
  const listNamed = new Map(lists.map((list) => [foldName(list.name), list]))
  return {
    list: (name) => {
      const list = listNamed.get(foldName(name))
      return list && queryOfList(list)
    },
    topic: (name) => {
      const text = topicNamed.get(foldName(name))
      return text === undefined ? undefined : parseQuery(text).query
    },
  }
}
