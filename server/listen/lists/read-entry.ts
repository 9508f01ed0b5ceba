import type { ListKind } from '../../../contract/lists.ts'
import type { Query } from '../../model/query.ts'
import type { Problem } from '../topics/query-problems.ts'
import { readField } from '../topics/read-field.ts'
import { readBareWord, readExact, readQuoted, shorten } from '../topics/read-words.ts'

/** What an entry asks for, or a sentence that says why it cannot stand in a list of this kind. */
export type ReadEntry = { query: Query } | { refused: string }

/** Reads one entry of a list: a word or a phrase (wildcards and {Exact} too), an author, or a site. */
export function readEntry(kind: ListKind, entry: string): ReadEntry {
  const problems: Problem[] = []
  const text = entry.trim()
  const query = readers[kind](text, problems)
  const [problem] = problems
  if (query && !problem) return { query: withoutPlace(query) }
  return { refused: problem?.message ?? refusals[kind](shorten(text)) }
}

type Reader = (text: string, problems: Problem[]) => Query | undefined

const readers: Record<ListKind, Reader> = {
  words: readWords,
  authors: (text, problems) => (/[\s,;]/.test(text) ? undefined : readValue('author', text, problems)),
  sites: (text, problems) => (/[\s,;]/.test(text) ? undefined : readValue('site', text, problems)),
}

const refusals: Record<ListKind, (text: string) => string> = {
  words: (text) =>
    `“${text}” is a query, not a word or a phrase. Write one word or phrase a line, without operators, brackets and fields.`,
  authors: (text) => `“${text}” is no name of an author. Write one a line, as it stands there: @acme.`,
  sites: (text) => `“${text}” is no site. Write one a line: example.com.`,
}

const operator = /(?:^|\s)(?:AND|OR|NOT|(?:NEAR|BEFORE)(?:\/\S*)?)(?=\s|$)/
const field = /(?:^|[\s(-])(?:lang|country|author|site|link|url|channel|type|has|list|topic|title|followers|rating):\S/i

function readWords(text: string, problems: Problem[]): Query | undefined {
  if (operator.test(text) || field.test(text)) return undefined
  const piece = { text, textStart: 0, start: 0, end: text.length }
  const inMarks =
    /^(?:\{([^{}]*)\}|["\u201c\u201d\u201e\u201f\u00ab\u00bb]([^"]*)["\u201c\u201d\u201e\u201f\u00ab\u00bb])$/.exec(
      text,
    )
  if (inMarks?.[1] !== undefined) return readExact({ ...piece, text: inMarks[1], textStart: 1 }, problems)
  if (inMarks?.[2] !== undefined) return readQuoted({ ...piece, text: inMarks[2], textStart: 1 }, problems)
  return /[{}]/.test(text) ? undefined : readBareWord(piece, problems)
}

function readValue(name: 'author' | 'site', value: string, problems: Problem[]): Query | undefined {
  return readField({ name, value, valueStart: 0, start: 0, end: value.length }, problems)
}

function withoutPlace({ place: _place, ...query }: Query): Query {
  return query
}
