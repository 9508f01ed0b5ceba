import type { QueryTree } from '../../../../contract/query-tree.ts'

const operators = new Set(['and', 'or', 'not', 'near', 'before'])

/** The query, or this word. */
export function widenQuery(query: string, tree: QueryTree, word: string): string {
  const whole = query.trim()
  return `${tree.kind === 'and' ? `(${whole})` : whole} OR ${asWritten(word)}`
}

/** The query, and this word beside it. */
export function narrowQuery(query: string, tree: QueryTree, word: string): string {
  const whole = query.trim()
  return `${tree.kind === 'or' ? `(${whole})` : whole} ${asWritten(word)}`
}

function asWritten(word: string): string {
  return operators.has(word) ? `"${word}"` : word
}
