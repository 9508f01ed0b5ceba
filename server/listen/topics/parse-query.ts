import type { Place, Query } from '../../model/query.ts'
import type { Piece } from './lex-query.ts'
import { lexQuery } from './lex-query.ts'
import type { NearPiece } from './lex-near.ts'
import type { Problem } from './query-problems.ts'
import { readField } from './read-field.ts'
import { findTypingSlips } from './typing-slips.ts'
import { readBareWord, readExact, readQuoted } from './read-words.ts'
import type { Read } from './syntax-problems.ts'
import {
  refuseClosing,
  refuseEmpty,
  refuseLonelyOperator,
  refuseLong,
  warnOfDoubleNot,
  warnOfMixing,
  warnOfShortTitle,
  warnOfSmallOperators,
} from './syntax-problems.ts'

interface Parser {
  pieces: readonly Piece[]
  at: number
  depth: number
  problems: Problem[]
  /** The end of the text, for what is missing there. */
  length: number
}

const deepestNesting = 50
const longestText = 100_000

/**
 * Reads a query's text into a tree. Reads on after a mistake, so that all of them come at once; with an error among the
 * problems the tree is only the best guess. No tree when there is nothing to find.
 */
export function parseQuery(text: string): { query: Query | undefined; problems: Problem[] } {
  const problems: Problem[] = []
  if (text.length > longestText) {
    refuseLong(problems, { start: longestText, end: text.length })
    return { query: undefined, problems }
  }
  const pieces = lexQuery(text, problems)
  if (pieces.length === 0 && problems.length === 0) refuseEmpty(problems)
  const parser: Parser = { pieces, at: 0, depth: 0, problems, length: text.length }
  const parts: Read[] = []
  while (parser.at < pieces.length) {
    const part = parseAlternatives(parser)
    if (part) parts.push(part)
    const extra = pieces[parser.at]
    if (extra) refuseClosing(parser.problems, extra)
    parser.at++
  }
  problems.push(...findTypingSlips(text, pieces))
  return { query: parts.length === 0 ? undefined : joined('and', parts), problems }
}

/** a OR b */
function parseAlternatives(parser: Parser): Read | undefined {
  const alternatives: Read[] = []
  let first = parseTogether(parser)
  if (first) alternatives.push(first)
  for (let piece = parser.pieces[parser.at]; piece?.type === 'or'; piece = parser.pieces[parser.at]) {
    parser.at++
    if (alternatives.length === 0 && !first) refuseLonelyOperator(parser.problems, piece, 'before', 'OR')
    const next = parseTogether(parser)
    if (next) alternatives.push(next)
    else refuseLonelyOperator(parser.problems, piece, 'after', 'OR')
    first = next
  }
  if (alternatives.length === 0) return undefined
  if (alternatives.length > 1) warnOfMixing(parser.problems, alternatives)
  return alternatives.length === 1 ? alternatives[0] : { query: joined('or', alternatives), bracketed: false }
}

/** a b, a AND b */
function parseTogether(parser: Parser): Read | undefined {
  const parts: Read[] = []
  let loneAnd: Piece | undefined
  for (let piece = parser.pieces[parser.at]; piece; piece = parser.pieces[parser.at]) {
    if (piece.type === 'close' || piece.type === 'or') break
    if (piece.type === 'and') {
      parser.at++
      if (parts.length === 0 || loneAnd) refuseLonelyOperator(parser.problems, piece, 'before', 'AND')
      else loneAnd = piece
      continue
    }
    const part = parseNegation(parser)
    if (part) parts.push(part)
    loneAnd = undefined
  }
  if (loneAnd) refuseLonelyOperator(parser.problems, loneAnd, 'after', 'AND')
  warnOfSmallOperators(parser.problems, parts)
  warnOfShortTitle(parser.problems, parts)
  if (parts.length === 0) return undefined
  return parts.length === 1 ? parts[0] : { query: joined('and', parts), bracketed: false }
}

/** NOT a, -a */
function parseNegation(parser: Parser): Read | undefined {
  let negated = false
  const from = parser.at
  let outermost: Piece | undefined
  for (let piece = parser.pieces[parser.at]; piece?.type === 'not'; piece = parser.pieces[parser.at]) {
    outermost ??= piece
    negated = !negated
    parser.at++
  }
  if (!outermost) return parseNear(parser)
  if (parser.at - from > 1) warnOfDoubleNot(parser.problems, parser.pieces.slice(from, parser.at))
  const following = parser.pieces[parser.at]
  if (!following || ['close', 'or', 'and'].includes(following.type)) {
    refuseLonelyOperator(parser.problems, outermost, 'after', 'NOT')
    return undefined
  }
  const of = parseNear(parser)
  if (!of) return undefined
  const place = { start: outermost.start, end: of.query.place?.end ?? outermost.end }
  return { query: negated ? negationOf(of.query, place) : of.query, bracketed: true }
}

function negationOf(query: Query, place: Place): Query {
  return query.kind === 'not' ? { ...query.of, place } : { kind: 'not', of: query, place }
}

/** a NEAR/5 b, a BEFORE/5 b */
function parseNear(parser: Parser): Read | undefined {
  let left = parsePiece(parser)
  for (let piece = parser.pieces[parser.at]; piece?.type === 'near'; piece = parser.pieces[parser.at]) {
    parser.at++
    const right = parseNearSide(parser, piece)
    if (!left) {
      refuseLonelyOperator(parser.problems, piece, 'before', piece.ordered ? 'BEFORE' : 'NEAR')
      left = right
      continue
    }
    if (!right) continue
    if (left.query.kind === 'near' && !left.bracketed) refuseChain(parser, piece)
    else left = { query: joinNear(parser, { left, right, near: piece }), bracketed: false }
  }
  return left
}

function joinNear(parser: Parser, { left, right, near }: { left: Read; right: Read; near: NearPiece }): Query {
  for (const side of [left, right]) checkNearSide(parser, side, near)
  const place = { start: left.query.place?.start ?? near.start, end: right.query.place?.end ?? near.end }
  const { distance, ordered } = near
  return { kind: 'near', left: left.query, right: right.query, distance, ordered, place }
}

function parseNearSide(parser: Parser, near: Piece & { type: 'near' }): Read | undefined {
  const piece = parser.pieces[parser.at]
  if (piece?.type === 'not') {
    parser.problems.push({
      severity: 'error',
      code: 'near-side',
      start: piece.start,
      end: piece.end,
      message: nearSides,
    })
    return parseNegation(parser)
  }
  if (!piece || piece.type === 'close' || piece.type === 'or' || piece.type === 'and' || piece.type === 'near') {
    refuseLonelyOperator(parser.problems, near, 'after', near.ordered ? 'BEFORE' : 'NEAR')
    return undefined
  }
  return parsePiece(parser)
}

const nearSides =
  'Both sides of NEAR and BEFORE are words, wildcards, phrases, lists of these, or these joined by OR in brackets; no AND, NOT or other field.'

function checkNearSide(parser: Parser, side: Read, near: Piece): void {
  const { start, end } = side.query.place ?? near
  if (side.query.kind === 'near') {
    refuseChain(parser, near)
  } else if (side.query.kind !== 'not' && !isNearSide(side.query)) {
    parser.problems.push({ severity: 'error', code: 'near-side', start, end, message: nearSides })
  }
}

function refuseChain({ problems }: Parser, { start, end }: Place): void {
  const message = 'NEAR and BEFORE cannot follow one another. Write: a NEAR/5 b AND b NEAR/5 c'
  problems.push({ severity: 'error', code: 'near-chain', start, end, message })
}

function isNearSide(query: Query): boolean {
  if (query.kind === 'or') return query.of.every(isNearSide)
  if (query.kind === 'field') return query.field === 'list'
  return query.kind === 'word' || query.kind === 'phrase' || query.kind === 'exact'
}

function parsePiece(parser: Parser): Read | undefined {
  const piece = parser.pieces[parser.at]
  if (!piece) return undefined
  if (piece.type === 'near' || piece.type === 'close') return undefined
  if (piece.type === 'open') return parseGroup(parser, piece)
  parser.at++
  const query = readPiece(parser, piece)
  return query && { query, bracketed: false }
}

function readPiece(parser: Parser, piece: Piece): Query | undefined {
  if (piece.type === 'word') return readBareWord(piece, parser.problems)
  if (piece.type === 'quoted') return readQuoted(piece, parser.problems)
  if (piece.type === 'exact') return readExact(piece, parser.problems)
  if (piece.type !== 'field') return undefined
  return piece.name === 'title' ? parseTitle(parser, piece) : readField(piece, parser.problems)
}

function parseTitle(parser: Parser, { start, end }: Place): Query | undefined {
  const following = parser.pieces[parser.at]
  if (following?.start !== end || !mayBeTitle(following)) {
    const message = 'title: needs words right behind it, for example title:(acme OR "new shoes").'
    const problem = { severity: 'error', code: 'field-empty', start, end, message } as const
    const isApart = following && mayBeTitle(following)
    parser.problems.push(isApart ? { ...problem, edits: [{ start: end, end: following.start, text: '' }] } : problem)
    return undefined
  }
  const inside = parsePiece(parser)?.query
  if (!inside) return undefined
  const field = firstField(inside)
  if (field) {
    const message = 'Only words, phrases and what joins them can stand inside title:( … ).'
    parser.problems.push({ severity: 'error', code: 'field-in-title', ...(field.place ?? { start, end }), message })
  }
  return { kind: 'title', of: inside, place: { start, end: parser.pieces[parser.at - 1]?.end ?? end } }
}

function mayBeTitle(piece: Piece): boolean {
  if (piece.type === 'field') return piece.name === 'list'
  return ['open', 'word', 'quoted', 'exact'].includes(piece.type)
}

function firstField(query: Query): Query | undefined {
  if (query.kind === 'field' && query.field === 'list') return undefined
  if (query.kind === 'field' || query.kind === 'compare' || query.kind === 'title') return query
  if (query.kind === 'and' || query.kind === 'or') return query.of.map(firstField).find(Boolean)
  return query.kind === 'not' ? firstField(query.of) : undefined
}

function parseGroup(parser: Parser, open: Piece): Read | undefined {
  parser.at++
  const inside = parser.depth >= deepestNesting ? skipGroup(parser, open) : parseInside(parser)
  const close = parser.pieces[parser.at]
  if (close?.type !== 'close') {
    parser.problems.push({
      severity: 'error',
      code: 'bracket-not-closed',
      start: open.start,
      end: open.end,
      message: 'This bracket is never closed.',
      edits: [{ start: parser.length, end: parser.length, text: ')' }],
    })
  } else parser.at++
  if (!inside) return undefined
  const place = { start: open.start, end: close?.end ?? inside.query.place?.end ?? open.end }
  return { query: { ...inside.query, place }, bracketed: true }
}

function parseInside(parser: Parser): Read | undefined {
  const problemsBefore = parser.problems.length
  const open = parser.pieces[parser.at - 1]!
  parser.depth++
  const inside = parseAlternatives(parser)
  parser.depth--
  const close = parser.pieces[parser.at]
  if (!inside && parser.problems.length === problemsBefore && close) {
    const place = { start: open.start, end: close.end }
    const message = 'There is nothing between these brackets.'
    parser.problems.push({ severity: 'error', code: 'empty', ...place, message })
  }
  return inside
}

function skipGroup(parser: Parser, { start, end }: Place): undefined {
  const message = `Brackets stand more than ${deepestNesting} deep here. Put the inner part into a topic of its own and name it with topic:.`
  parser.problems.push({ severity: 'error', code: 'too-deep', start, end, message })
  let open = 1
  while (parser.at < parser.pieces.length) {
    const { type } = parser.pieces[parser.at]!
    open += type === 'open' ? 1 : type === 'close' ? -1 : 0
    if (open === 0) return undefined
    parser.at++
  }
  return undefined
}

function joined(kind: 'and' | 'or', parts: readonly Read[]): Query {
  const of = parts.flatMap(({ query }) => (query.kind === kind ? query.of : [query]))
  const start = parts[0]!.query.place?.start ?? 0
  const end = parts.at(-1)!.query.place?.end ?? start
  return of.length === 1 ? of[0]! : { kind, of, place: { start, end } }
}
