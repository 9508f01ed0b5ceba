import { standsAlone, tokenize } from '../../lib/tokenize.ts'
import type { Place, Query } from '../../model/query.ts'
import { isWildcard } from '../../model/query.ts'
import { ownValue } from './own-value.ts'
import type { Problem } from './query-problems.ts'

/** A word of a query and where it stands in the piece it was read from. */
interface Token {
  word: string
  start: number
  end: number
}

/** What a bare word asks for: a word, a wildcard, or the phrase of the several words it falls into. */
export function readBareWord(piece: Place & { text: string }, problems: Problem[]): Query | undefined {
  const place = { start: piece.start, end: piece.end }
  const tokens = gluedWildcards(piece.text)
  if (tokens.length === 0) {
    problems.push(nothingToFind(piece))
    return undefined
  }
  checkWildcards(tokens, piece, problems)
  const words = tokens.map((token) => token.word)
  return words.length === 1 ? { kind: 'word', word: words[0]!, place } : { kind: 'phrase', words, place }
}

/** What stands in quotation marks: a phrase, or the one word. */
export function readQuoted(piece: Place & { text: string; textStart: number }, problems: Problem[]): Query | undefined {
  const place = { start: piece.start, end: piece.end }
  const words = tokensOf(piece.text).map((token) => token.word)
  warnOfQuotedWildcard(piece, problems)
  warnOfQuotedOperator(piece, '""', problems)
  if (words.length === 0) {
    problems.push({
      ...place,
      severity: 'error',
      code: 'empty',
      message: 'There is no word between these quotation marks.',
    })
    return undefined
  }
  return words.length === 1 ? { kind: 'word', word: words[0]!, place } : { kind: 'phrase', words, place }
}

/** What stands in braces: words in exactly this case. */
export function readExact(piece: Place & { text: string; textStart: number }, problems: Problem[]): Query | undefined {
  const place = { start: piece.start, end: piece.end }
  const words = tokensOf(piece.text).map((token) => piece.text.slice(token.start, token.end))
  warnOfQuotedWildcard(piece, problems)
  warnOfQuotedOperator(piece, '{}', problems)
  if (words.length === 0) {
    problems.push({ ...place, severity: 'error', code: 'empty', message: 'There is no word between these braces.' })
    return undefined
  }
  return { kind: 'exact', words, place }
}

/** The words of a piece; where one has a sign (`#tag`), the form with the sign stands for it and all it covers. */
function tokensOf(text: string): Token[] {
  const { words, starts, ends, sigils, sigilEnds } = tokenize(text)
  const tokens: Token[] = []
  let coveredTo = 0
  for (const [index, word] of words.entries()) {
    const start = starts[index]!
    if (start < coveredTo) continue
    const sigil = sigils[index]!
    if (sigil === '') tokens.push({ word, start, end: ends[index]! })
    else {
      coveredTo = sigilEnds[index]!
      tokens.push({ word: sigil, start: start - 1, end: coveredTo })
    }
  }
  return tokens
}

/** Cuts around `*` and `?`, and joins them to the words they touch. */
function gluedWildcards(text: string): Token[] {
  if (!isWildcard(text)) return tokensOf(text)
  const glued: Token[] = []
  let offset = 0
  for (const segment of text.split(/([*?]+)/)) {
    const last = glued.at(-1)
    const touches = last?.end === offset
    if (isWildcard(segment)) {
      glueWildcard(glued, touches ? last : undefined, { word: segment, start: offset, end: offset + segment.length })
    } else {
      const tokens = tokensOf(segment).map(({ word, start, end }) => ({
        word,
        start: start + offset,
        end: end + offset,
      }))
      const [first] = tokens
      if (last && first && touches && continuesWildcard(last, first)) extend(last, tokens.shift()!.word)
      glued.push(...tokens)
    }
    offset += segment.length
  }
  return glued.filter((token) => /[^*?]/.test(token.word) || glued.length === 1)
}

function continuesWildcard(wildcard: Token, next: Token): boolean {
  return isWildcard(wildcard.word) && next.start === wildcard.end && !/^[#@]/.test(next.word)
}

function glueWildcard(glued: Token[], before: Token | undefined, wildcard: Token): void {
  if (!before) glued.push(wildcard)
  else if (!standsAlone(bare(before.word))) extend(before, wildcard.word)
}

function extend(token: Token, text: string): void {
  token.word += text
  token.end += text.length
}

function bare(word: string): string {
  return word.replace(/^[#@]/, '')
}

const leastLetters = 2

function checkWildcards(tokens: readonly Token[], piece: Place & { text: string }, problems: Problem[]): void {
  for (const token of tokens) {
    if (!isWildcard(token.word)) continue
    const place = { start: piece.start + token.start, end: piece.start + token.end }
    const [before] = bare(token.word).split(/[*?]/)
    if (Array.from(before ?? '').length < leastLetters) {
      problems.push(tooShort(place, token.word))
    } else if (/^[^*?]+\?$/.test(token.word)) {
      const word = token.word.slice(0, -1)
      problems.push({
        ...place,
        severity: 'warning',
        code: 'question-mark-ending',
        message: `? stands for exactly one character: this finds “${shorten(word)}s”, not “${shorten(word)}”.`,
        edits: [{ start: place.end - 1, end: place.end, text: '' }],
      })
    }
  }
}

function tooShort(place: Place, word: string): Problem {
  const message = `At least ${leastLetters} letters must stand before the first * or ?, or it would find too much.`
  const problem = { ...place, severity: 'error', code: 'wildcard-too-short', message } as const
  // `*acme*` is how others write what is found without the first one; `*ing` has no such meaning.
  const leading = /^[*?]+(?=$|[^*?]{2,}\*$)/.exec(word)?.[0]
  if (leading === undefined) return problem
  return { ...problem, edits: [{ start: place.start, end: place.start + leading.length, text: '' }] }
}

function warnOfQuotedWildcard(piece: { text: string; textStart: number }, problems: Problem[]): void {
  const found = /[\p{L}\p{N}]\*/u.exec(piece.text)
  if (!found) return
  const start = piece.textStart + found.index + found[0].length - 1
  problems.push({
    severity: 'warning',
    code: 'quoted-wildcard',
    start,
    end: start + 1,
    message: '* is no wildcard here. For an open ending after a word write: word BEFORE/1 other*',
  })
}

/** `"acme OR bolt"`: between marks an operator is a word. */
function warnOfQuotedOperator(piece: Place & { text: string }, marks: string, problems: Problem[]): void {
  const found = /\s(AND|OR|NOT)\s/.exec(piece.text)
  if (!found) return
  const { start, end } = piece
  const operators = new Set(Array.from(piece.text.matchAll(/\s(AND|OR|NOT)(?=\s)/g), ([, operator]) => operator))
  const message = `Inside ${marks === '{}' ? 'braces' : 'quotation marks'} ${found[1]} is a word that must occur there. Operators stand outside.`
  const problem = { severity: 'warning', code: 'quoted-operator', start, end, message } as const
  if (operators.size > 1 || operators.has('NOT')) problems.push(problem)
  else {
    const parts = piece.text.split(/\s(?:AND|OR)(?=\s)/).map((part) => `${marks[0]}${part.trim()}${marks[1]}`)
    problems.push({ ...problem, edits: [{ start, end, text: `(${parts.join(` ${found[1]} `)})` }] })
  }
}

const symbols: Record<string, string> = {
  ',': ' OR',
  ';': ' OR',
  '/': ' OR',
  '&': 'AND',
  '&&': 'AND',
  '|': 'OR',
  '||': 'OR',
  '!': 'NOT',
  '+': '',
  '-': '',
  '–': '',
  '—': '',
}

function nothingToFind(piece: Place & { text: string }): Problem {
  const { start, end, text } = piece
  const meant = ownValue(symbols, text)
  const problem = { severity: 'error', code: 'no-word', start, end } as const
  if (text === '\\')
    return { ...problem, message: 'A backslash does nothing here. Leave it out.', edits: [{ start, end, text: '' }] }
  if (meant === undefined)
    return {
      ...problem,
      message: `There is no letter, number or emoji in “${shorten(text)}”, so it can never be found.`,
    }
  const message =
    meant === ''
      ? `“${text}” is not needed: words side by side must all occur.`
      : `“${text}” is written ${meant.trim()} here.`
  return { ...problem, message, edits: [{ start, end, text: meant }] }
}

/** Enough of a piece of text to recognise it by. */
export function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`
}
