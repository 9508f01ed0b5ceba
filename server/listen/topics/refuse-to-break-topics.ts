import { conflict } from '../../access/problem.ts'
import { parseQuery } from './parse-query.ts'
import { resolveReferences } from './resolve-references.ts'
import type { Names } from './topic-names.ts'
import { referencesTo } from './topic-names.ts'

/**
 * Refuses a change of one list or topic after which another topic could no longer be read: it would grow too large, or
 * stand in words where only words can. What could not be read before is not held against the change.
 */
export function refuseToBreakTopics(before: Names, after: Names, field: string): void {
  const [old, changed] = [referencesTo(before), referencesTo(after)]
  for (const { name, query } of after.topics) {
    if (!/\b(?:list|topic):/i.test(query)) continue
    const parsed = parseQuery(query).query
    const now = parsed && resolveReferences(parsed, changed, name)
    if (!now || 'query' in now || !('query' in resolveReferences(parsed, old, name))) continue
    const message = `The topic “${name}” could not be read any more. ${now.message}`
    throw conflict('topic_would_break', message, field)
  }
}
