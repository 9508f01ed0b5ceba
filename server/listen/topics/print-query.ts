import type { NearQuery, Query } from '../../model/query.ts'
import { isWildcard } from '../../model/query.ts'
import { standsAlone } from '../../lib/tokenize.ts'

/** The shortest text that reads back as this tree. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.of
        .map((part) => inBrackets(part, part.kind === 'or' || part.kind === 'and'))
        .join(joints[query.kind])
    case 'not':
      return `-${inBrackets(query.of, isCompound(query.of))}`
    case 'near':
      return printNear(query)
    case 'title':
      return `title:${inBrackets(query.of, isCompound(query.of))}`
    case 'word':
      return keywords.has(query.word) ? `"${query.word}"` : query.word
    case 'phrase':
      return printPhrase(query.words)
    case 'exact':
      return `{${query.words.join(' ')}}`
    case 'field':
      return `${query.field}:${printValue(query)}`
    case 'compare':
      break
  }
  return `${query.field}:${query.operator}${plainNumber(query.value)}`
}

/** Digits alone, however large or small: 1e21 is no number of the language. */
function plainNumber(value: number): string {
  return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
}

const joints = { and: ' ', or: ' OR ' }

function printNear({ left, right, ordered, distance }: NearQuery): string {
  const [before, behind] = [left, right].map((side) => inBrackets(side, isCompound(side)))
  return `${before} ${ordered ? 'BEFORE' : 'NEAR'}/${distance} ${behind}`
}

/** Words that a reader could take for an operator. */
const keywords = new Set(['and', 'or', 'not'])

function inBrackets(query: Query, needed: boolean): string {
  return needed ? `(${printQuery(query)})` : printQuery(query)
}

function isCompound(query: Query): boolean {
  return query.kind === 'and' || query.kind === 'or' || query.kind === 'near' || query.kind === 'not'
}

/** Wildcards work only outside quotation marks, where a hyphen keeps the words together. */
function printPhrase(words: readonly string[]): string {
  if (words.some(isWildcard)) return words.join('-')
  if (words.every(standsAlone)) return words.join('')
  return `"${words.join(' ')}"`
}

function printValue({ field, value }: { field: string; value: string }): string {
  if (field === 'author' && /^[\p{L}\p{N}_.-]+$/u.test(value)) return `@${value}`
  return /^(?!\/\/)[\p{L}\p{N}_.:/@#-]+$/u.test(value) ? value : `"${value}"`
}
