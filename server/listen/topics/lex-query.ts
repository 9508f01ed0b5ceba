import type { Place } from '../../model/query.ts'
import { noteForeignOperator } from './foreign-operators.ts'
import type { NearPiece } from './lex-near.ts'
import { lexNear } from './lex-near.ts'
import { ownValue } from './own-value.ts'
import type { Problem } from './query-problems.ts'

/** One piece of a query's text. */
export type Piece = Place &
  (
    | { type: 'open' | 'close' | 'and' | 'or' | 'not' }
    | NearPiece
    | { type: 'quoted' | 'exact' | 'word'; text: string; textStart: number }
    | FieldPiece
  )

/** `name:` and, where it stands right behind, its value. `title:` has none: what follows is its value. */
export interface FieldPiece extends Place {
  type: 'field'
  name: string
  value?: string
  valueStart: number
  /** The value is what stands in brackets behind it, without these. */
  isGroup?: true
  /** Where the minus begins that stands right before it. */
  minusStart?: number
  /** Where the next thing begins, when the value is missing. */
  nextStart?: number
}

const blank = /[\s\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/
const quotes = '"\u201c\u201d\u201e\u201f\u00ab\u00bb'
const openers = '([\uff08\uff3b\u3010'
const closers = ')]\uff09\uff3d\u3011'
const delimiter = new RegExp(`${blank.source}|[{}${quotes}]|[\\(\\)\\[\\]${openers.slice(2)}${closers.slice(2)}]`)
const dashes = '-\u2013\u2014\u2212'

interface Lexer {
  text: string
  at: number
  pieces: Piece[]
  problems: Problem[]
  /** One warning is enough. */
  hasOtherBrackets: boolean
}

/** Cuts a query's text into pieces. Never fails: what is wrong is reported and read as it was most likely meant. */
export function lexQuery(text: string, problems: Problem[]): Piece[] {
  const lexer: Lexer = { text, at: 0, pieces: [], problems, hasOtherBrackets: false }
  while (lexer.at < text.length) lexPiece(lexer)
  return lexer.pieces
}

function lexPiece(lexer: Lexer): void {
  const { text, at } = lexer
  const character = text[at]!
  if (blank.test(character)) lexer.at++
  else if (openers.includes(character) || closers.includes(character)) lexBracket(lexer)
  else if (quotes.includes(character)) lexer.pieces.push(lexQuoted(lexer))
  else if (character === '{') lexer.pieces.push(lexExact(lexer))
  else if (character === '}') {
    lexer.at++
    lexer.problems.push({
      severity: 'error',
      code: 'brace-not-opened',
      start: at,
      end: at + 1,
      message: 'This } closes nothing. Exact case is written {Acme}.',
      edits: [{ start: at, end: at + 1, text: '' }],
    })
  } else lexRun(lexer)
}

function lexBracket(lexer: Lexer): void {
  const { text, at: start } = lexer
  const type = openers.includes(text[start]!) ? 'open' : 'close'
  const round = type === 'open' ? '(' : ')'
  const end = ++lexer.at
  lexer.pieces.push({ type, start, end })
  if (text[start] === round || lexer.hasOtherBrackets) return
  lexer.hasOtherBrackets = true
  const others = [...text.matchAll(/[[\]\uff08\uff09\uff3b\uff3d\u3010\u3011]/g)]
  const edits = others.map(({ index, 0: found }) => ({
    start: index,
    end: index + 1,
    text: openers.includes(found) ? '(' : ')',
  }))
  const message = 'These brackets are not round ones. They are read as ( … ).'
  lexer.problems.push({ severity: 'warning', code: 'other-brackets', start, end, message, edits })
}

function lexQuoted(lexer: Lexer): Piece & { type: 'quoted' } {
  const { text, at: start, problems } = lexer
  let close = start + 1
  while (close < text.length && !quotes.includes(text[close]!)) close++
  const closed = close < text.length
  if (!closed) {
    close = likelyEnd(text, start + 1, text.length)
    problems.push({
      severity: 'error',
      code: 'quote-not-closed',
      start,
      end: start + 1,
      message: 'This quotation mark is never closed.',
      edits: [{ start: close, end: close, text: '"' }],
    })
  }
  const end = closed ? close + 1 : close
  lexer.at = end
  const curly = text[start] !== '"' || (closed && text[close] !== '"')
  if (curly && closed) {
    problems.push({
      severity: 'warning',
      code: 'curly-quotes',
      start,
      end,
      message: 'These quotation marks are not straight ones. They are read as "…".',
      edits: [
        { start, end: start + 1, text: '"' },
        { start: close, end, text: '"' },
      ],
    })
  }
  if (closed) lexTilde(lexer, { start, inner: text.slice(start + 1, close) })
  return { type: 'quoted', text: text.slice(start + 1, close), textStart: start + 1, start, end: lexer.at }
}

/** Elsewhere `"a b"~5` finds words near each other. */
function lexTilde(lexer: Lexer, { start, inner }: { start: number; inner: string }): void {
  const tilde = /~\d{0,6}/y
  tilde.lastIndex = lexer.at
  const found = tilde.exec(lexer.text)?.[0]
  if (found === undefined) return
  const [first, second, more] = inner.trim().split(/\s+/)
  const distance = Math.max(1, Math.min(100, Number(found.slice(1)) || 5))
  const at = lexer.at
  lexer.at += found.length
  const message = `${found} means nothing here. Words near each other are found with NEAR: a NEAR/${distance} b.`
  const isPair = first && second && more === undefined
  const edits = isPair ? [{ start, end: lexer.at, text: `${first} NEAR/${distance} ${second}` }] : []
  const problem = { severity: 'error', code: 'tilde-distance', start: at, end: lexer.at, message } as const
  lexer.problems.push(isPair ? { ...problem, edits } : problem)
}

function lexExact(lexer: Lexer): Piece {
  const { text, at: start } = lexer
  let close = start + 1
  while (close < text.length && text[close] !== '}' && text[close] !== '{') close++
  const closed = text[close] === '}'
  if (!closed) {
    close = likelyEnd(text, start + 1, close)
    lexer.problems.push({
      severity: 'error',
      code: 'brace-not-closed',
      start,
      end: start + 1,
      message: 'This { is never closed. Exact case is written {Acme}.',
      edits: [{ start: close, end: close, text: '}' }],
    })
  }
  lexer.at = closed ? close + 1 : close
  return { type: 'exact', text: text.slice(start + 1, close), textStart: start + 1, start, end: lexer.at }
}

/** Where a quotation that is never closed was most likely meant to end. */
function likelyEnd(text: string, from: number, to: number): number {
  const inside = text.slice(from, to)
  const end = /(?<=\s)(?:(?:AND|OR|NOT|NEAR|BEFORE)\b|-\S)|[()\n\r]/.exec(inside)?.index ?? inside.length
  return from + inside.slice(0, end).trimEnd().length
}

const titleField = /title:(?!\/\/)/iy
const titleLength = 'title:'.length

function lexRun(lexer: Lexer): void {
  const { text, at: start } = lexer
  if (dashes.includes(text[start]!) && start + 1 < text.length && !blank.test(text[start + 1]!)) {
    if (text[start + 1] !== ')') {
      lexer.pieces.push({ type: 'not', start, end: start + 1 })
      lexer.at++
      if (text[start] !== '-') lexer.problems.push(longDash(start))
      return
    }
  }
  titleField.lastIndex = start
  if (titleField.test(text)) {
    // What follows is cut for itself, so that it is not looked through again and again.
    lexer.pieces.push(lexField(lexer, 'title', start, start + titleLength))
    return
  }
  let end = start + 1
  while (end < text.length && !delimiter.test(text[end]!)) end++
  const run = text.slice(start, end)
  lexer.at = end
  const near = lexNear({ text, start, run }, lexer.problems)
  const field = near ? null : /^([\p{L}_]+):(?!\/\/)/u.exec(run)
  if (near) {
    lexer.pieces.push(near)
    lexer.at = near.end
  } else if (field) lexer.pieces.push(lexField(lexer, field[1]!, start, end))
  else lexWord(lexer, run, start)
}

function lexWord(lexer: Lexer, run: string, start: number): void {
  const end = start + run.length
  const type = ownValue(keywords, run)
  if (type) lexer.pieces.push({ type, start, end })
  else if (run === '#' || run === '@') refuseLonelySign(lexer, run, start)
  else {
    noteForeignOperator(run, start, lexer.problems)
    lexer.pieces.push({ type: 'word', text: run, textStart: start, start, end })
  }
}

const keywords: Record<string, 'and' | 'or' | 'not'> = { AND: 'and', OR: 'or', NOT: 'not' }

function refuseLonelySign({ text, at, problems }: Lexer, sign: string, start: number): void {
  const gap = /[^\S\n\r]{1,50}(?=[\p{L}\p{N}_])/uy
  gap.lastIndex = at
  const found = gap.exec(text)
  const message = `A ${sign} needs its word right behind it: ${sign}acme.`
  const problem = { severity: 'error', code: 'sign-alone', start, end: at, message } as const
  problems.push(found ? { ...problem, edits: [{ start: at, end: at + found[0].length, text: '' }] } : problem)
}

function lexField(lexer: Lexer, written: string, start: number, runEnd: number): Piece {
  const valueStart = start + written.length + 1
  const name = written.toLowerCase()
  const before = lexer.pieces.at(-1)
  const minus = before?.type === 'not' && before.end === start ? { minusStart: before.start } : {}
  const piece = { type: 'field', name, start, valueStart, ...minus } as const
  if (name === 'title') {
    lexer.at = valueStart
    return { ...piece, end: valueStart }
  }
  return valueStart === runEnd ? lexFieldBehind(lexer, piece) : lexFieldValue(lexer, piece, runEnd)
}

type Begun = Omit<FieldPiece, 'end'>

/** A value that stands right behind the colon; after `>` the number may stand apart. */
function lexFieldValue(lexer: Lexer, piece: Begun, runEnd: number): FieldPiece {
  const { text } = lexer
  const value = text.slice(piece.valueStart, runEnd)
  const number = /[^\S\n\r]{1,20}[\d.,]{1,20}(?![^\s()])/y
  number.lastIndex = runEnd
  if (/^[<>=≤≥]{1,2}$/.test(value) && number.test(text)) lexer.at = number.lastIndex
  return { ...piece, value: text.slice(piece.valueStart, lexer.at), end: lexer.at }
}

/** What stands right behind the colon when no plain value does: a quotation, a group in brackets, or nothing. */
function lexFieldBehind(lexer: Lexer, piece: Begun): FieldPiece {
  const { text, at } = lexer
  if (quotes.includes(text[at] ?? ' ')) {
    const quoted = lexQuoted(lexer)
    return { ...piece, value: quoted.text, valueStart: quoted.textStart, end: quoted.end }
  }
  const group = /[([]([^()[\]{}]{1,2000})[)\]]/y
  group.lastIndex = at
  const found = piece.name === 'intitle' ? null : group.exec(text)
  if (found) {
    lexer.at = group.lastIndex
    return { ...piece, value: found[1]!, valueStart: at + 1, end: lexer.at, isGroup: true }
  }
  const gap = /[^\S\n\r]{1,50}(?=[\p{L}\p{N}@"<>=])/uy
  gap.lastIndex = at
  return gap.test(text) ? { ...piece, end: at, nextStart: gap.lastIndex } : { ...piece, end: at }
}

function longDash(start: number): Problem {
  return {
    severity: 'warning',
    code: 'long-dash',
    start,
    end: start + 1,
    message: 'This long dash is read as a minus: what follows must not occur.',
    edits: [{ start, end: start + 1, text: '-' }],
  }
}
