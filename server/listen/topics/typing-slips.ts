import type { Piece } from './lex-query.ts'
import type { Edit, Problem } from './query-problems.ts'

/** What came into a query by copying or typing and changes its meaning without being seen. One problem of each kind. */
export function findTypingSlips(text: string, pieces: readonly Piece[]): Problem[] {
  return [findInvisible(text), findEntities(text), findSingleQuotes(text), findCommas(pieces)].flatMap((found) =>
    found ? [found] : [],
  )
}

const invisible =
  /(?<=[\p{L}\p{N}])[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]{1,50}(?=[\p{L}\p{N}])/gu

function findInvisible(text: string): Problem | undefined {
  const edits = [...text.matchAll(invisible)].map(({ index, 0: found }) => edit(index, found, ''))
  const message =
    'An invisible character stands in the middle of this word, which cuts it in two. It often comes along when copying.'
  return problem('invisible-character', message, edits)
}

const entities: Record<string, string> = { quot: '"', amp: '&', apos: "'", '#39': "'", '#34': '"', nbsp: ' ' }

function findEntities(text: string): Problem | undefined {
  const edits = [...text.matchAll(/&(quot|amp|apos|#39|#34|nbsp);/g)].map(({ index, 0: found, 1: name }) =>
    edit(index, found, entities[name!]!),
  )
  return problem('html-entity', 'This is how a web page writes a character, and is read as a word here.', edits)
}

const inSingleQuotes =
  /(?<![\p{L}\p{N}])['\u2018`\u00b4]([^'\u2018\u2019`\u00b4"\n]{1,200})['\u2019`\u00b4](?![\p{L}\p{N}])/gu

function findSingleQuotes(text: string): Problem | undefined {
  const edits = [...text.matchAll(inSingleQuotes)]
    .filter(({ 1: inner }) => /\S\s+\S/.test(inner!))
    .map(({ index, 0: found, 1: inner }) => edit(index, found, `"${inner}"`))
  const message = 'Single quotation marks make no phrase: these words may stand anywhere. A phrase is written "…".'
  return problem('single-quotes', message, edits)
}

function findCommas(pieces: readonly Piece[]): Problem | undefined {
  const edits = pieces.flatMap((piece, index) => {
    if (piece.type !== 'word' || !/[^\s,;][,;\u060c\u3001\uff0c]$/.test(piece.text)) return []
    if (/&#?\w{1,6};$/.test(piece.text)) return []
    const next = pieces[index + 1]?.type
    return next === 'word' || next === 'quoted' || next === 'exact' ? [edit(piece.end - 1, ',', ' OR')] : []
  })
  const message =
    'Commas join nothing: all of these words must occur. Where one of them is enough, write OR between them.'
  return problem('comma-list', message, edits)
}

function edit(start: number, found: string, text: string): Edit {
  return { start, end: start + found.length, text }
}

function problem(code: string, message: string, edits: Edit[]): Problem | undefined {
  const [first] = edits
  return first && { severity: 'warning', code, start: first.start, end: first.end, message, edits }
}
