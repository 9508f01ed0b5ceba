import type { Place, Query } from '../../model/query.ts'
import type { Problem } from './query-problems.ts'

/** A part of the query and whether it stood in brackets. */
export interface Read {
  query: Query
  bracketed: boolean
}

/** More text than is read. */
export function refuseLong(problems: Problem[], { start, end }: Place): void {
  const most = start.toLocaleString('en')
  const message = `This query is ${end.toLocaleString('en')} characters long; at most ${most} are read. Put long lists of words into a shared list and name it with list:.`
  problems.push({ severity: 'error', code: 'too-long', start, end, message })
}

/** Nothing at all. */
export function refuseEmpty(problems: Problem[]): void {
  const message = 'The query is empty. Write a word to listen for.'
  problems.push({ severity: 'error', code: 'empty', start: 0, end: 0, message })
}

/** A bracket that closes nothing. */
export function refuseClosing(problems: Problem[], { start, end }: Place): void {
  problems.push({
    severity: 'error',
    code: 'bracket-not-opened',
    start,
    end,
    message: 'This bracket closes nothing.',
    edits: [{ start, end, text: '' }],
  })
}

/** An operator with nothing on one of its sides. */
export function refuseLonelyOperator(problems: Problem[], piece: Place, side: 'before' | 'after', name: string): void {
  const { start, end } = piece
  const message = `Nothing stands ${side} ${name} here.`
  problems.push({
    severity: 'error',
    code: 'operator-alone',
    start,
    end,
    message,
    edits: [{ start, end, text: '' }],
  })
}

/** AND beside OR without brackets. */
export function warnOfMixing(problems: Problem[], alternatives: readonly Read[]): void {
  const mixed = alternatives.filter(({ query, bracketed }) => query.kind === 'and' && !bracketed)
  if (mixed.length === 0) return
  const first = alternatives[0]!.query.place!
  const last = alternatives.at(-1)!.query.place!
  problems.push({
    severity: 'warning',
    code: 'and-or-mixed',
    start: first.start,
    end: last.end,
    message:
      'AND and OR stand side by side. AND binds tighter, so this is read as the repair shows; use brackets to say which belongs together.',
    edits: mixed.flatMap(({ query: { place } }) => [
      { start: place!.start, end: place!.start, text: '(' },
      { start: place!.end, end: place!.end, text: ')' },
    ]),
  })
}

/** `or` in small letters is a word; between other words it is most likely meant as the operator. */
export function warnOfSmallOperators(problems: Problem[], parts: readonly Read[]): void {
  for (const [index, { query }] of parts.entries()) {
    if (query.kind !== 'word' || !['or', 'and', 'not'].includes(query.word) || !query.place) continue
    const { start, end } = query.place
    const isBare = end - start === query.word.length
    const between = index + 1 < parts.length && (index > 0 || query.word === 'not')
    if (!isBare || !between) continue
    problems.push({
      severity: 'warning',
      code: 'small-operator',
      start,
      end,
      message: `“${query.word}” in small letters is a word that must occur. The operator is written ${query.word.toUpperCase()}.`,
      edits: [{ start, end, text: query.word.toUpperCase() }],
    })
  }
}

/** NOT before NOT: they take each other away. */
export function warnOfDoubleNot(problems: Problem[], nots: readonly Place[]): void {
  const [first, second] = nots
  const edits = nots.slice(nots.length % 2).map(({ start, end }) => ({ start, end, text: '' }))
  const message = 'Two NOT in a row take each other away.'
  problems.push({ severity: 'warning', code: 'double-not', start: first!.start, end: second!.end, message, edits })
}

/** `title:new shoes`: only the first word is asked for in the title. */
export function warnOfShortTitle(problems: Problem[], parts: readonly Read[]): void {
  for (const [index, { query }] of parts.entries()) {
    if (query.kind !== 'title' || query.of.kind !== 'word' || !standsBare(query.of, query.place, 'title:'.length))
      continue
    const { start, end } = query.place!
    const words = bareWordsBehind(parts, index + 1, end)
    const last = words.at(-1)?.place
    if (!last) continue
    const message = `Only “${query.of.word}” must stand in the title, “${words[0]!.word}” may stand anywhere. For all of them in the title use brackets: title:( … ).`
    const opened = start + 'title:'.length
    const edits = [
      { start: opened, end: opened, text: '(' },
      { start: last.end, end: last.end, text: ')' },
    ]
    problems.push({ severity: 'warning', code: 'short-title', start, end: last.end, message, edits })
  }
}

const mostWords = 20
/** Blanks between two words that belong together; an AND takes more room. */
const widestGap = 3

function bareWordsBehind(parts: readonly Read[], from: number, end: number) {
  const words: { word: string; place: Place }[] = []
  for (const { query, bracketed } of parts.slice(from, from + mostWords)) {
    const before = words.at(-1)?.place.end ?? end
    if (bracketed || query.kind !== 'word' || !query.place || !standsBare(query, query.place, 0)) break
    if (query.place.start - before > widestGap) break
    words.push({ word: query.word, place: query.place })
  }
  return words
}

/** Whether a word stands there without quotation marks and brackets, with that many characters before it. */
function standsBare({ word }: { word: string }, place: Place | undefined, before: number): boolean {
  return place !== undefined && place.end - place.start === before + word.length
}
