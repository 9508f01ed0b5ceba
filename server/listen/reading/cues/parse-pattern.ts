import { checkPattern } from './check-pattern.ts'
import type { GuardedPattern, Pattern } from './pattern.ts'
import { splitPattern } from './split-pattern.ts'
import { PatternError } from './pattern-error.ts'

/** Alternatives by the name they have in the files, without the `@`. */
export type NamedWords = ReadonlyMap<string, Pattern>

/** What `parsePattern` needs beside the text. */
export interface PatternContext {
  named: NamedWords
  /** Cuts a written word as posts are cut, so that both meet. */
  cut: (written: string) => readonly string[]
}

/** Reads a pattern in the language of `docs/cues.md`. Throws `PatternError`. */
export function parsePattern(text: string, context: PatternContext): GuardedPattern {
  const parser = new Parser(splitPattern(text), context)
  const pattern = parser.guarded()
  checkPattern(pattern.body)
  return pattern
}

/** Alternatives without guards, as in `@thing = app / web site`. Throws `PatternError`. */
export function parseAlternatives(text: string, context: PatternContext): Pattern {
  const parser = new Parser([...splitPattern(text), ')'], context)
  return parser.alternatives(')')
}

const nothing: Pattern = { kind: 'row', parts: [] }

class Parser {
  readonly #tokens: readonly string[]
  readonly #context: PatternContext
  #at = 0

  constructor(tokens: readonly string[], context: PatternContext) {
    this.#tokens = tokens
    this.#context = context
  }

  guarded(): GuardedPattern {
    const notBefore = this.#guard('-(')
    const parts: Pattern[] = []
    while (this.#at < this.#tokens.length && !this.#next('-(', '--(')) parts.push(this.#part())
    const notAfter = this.#guard('-(')
    const notAround = this.#guard('--(')
    if (this.#at < this.#tokens.length) {
      throw new PatternError(`“${this.#tokens[this.#at]}” stands after a guard; guards close a pattern.`)
    }
    return { body: rowOf(parts), notBefore, notAfter, notAround }
  }

  alternatives(close: string): Pattern {
    const ways: Pattern[] = []
    let parts: Pattern[] = []
    for (;;) {
      const token = this.#tokens[this.#at]
      if (token === undefined) throw new PatternError(`A bracket is not closed: “${close}” is missing.`)
      if (token !== '/' && token !== close) {
        parts.push(this.#part())
        continue
      }
      if (parts.length === 0) throw new PatternError('There is nothing between two “/” or brackets.')
      ways.push(rowOf(parts))
      parts = []
      this.#at++
      if (token === close) return eitherOf(ways)
    }
  }

  #guard(open: string): Pattern | undefined {
    if (!this.#next(open)) return undefined
    this.#at++
    return this.alternatives(')')
  }

  #next(...tokens: string[]): boolean {
    return tokens.includes(this.#tokens[this.#at] ?? '')
  }

  #part(): Pattern {
    const token = this.#tokens[this.#at++]!
    if (token === '(') return this.alternatives(')')
    if (token === '[') return { kind: 'maybe', part: this.alternatives(']') }
    if (token === ')' || token === ']') throw new PatternError(`“${token}” closes nothing.`)
    if (token === '/') throw new PatternError('“/” stands outside brackets.')
    if (token.startsWith('..')) return { kind: 'gap', upTo: token === '..' ? 3 : Number(token.slice(2)) }
    if (token.startsWith('@')) return this.#named(token.slice(1))
    return places[token] ?? this.#written(token)
  }

  #named(name: string): Pattern {
    const words = this.#context.named.get(name)
    if (!words) throw new PatternError(`There are no words called “@${name}”.`)
    return words
  }

  #written(token: string): Pattern {
    const begins = token.startsWith('*')
    const ends = token.endsWith('*')
    const words = fixedWords[token] ? [fixedWords[token]] : this.#context.cut(token.replaceAll(/^\*|\*$/gu, ''))
    if (words.length === 0) throw new PatternError(`“${token}” holds no word.`)
    return rowOf(
      words.map((word, index) => ({
        kind: 'word',
        words: [`${begins && index === 0 ? '*' : ''}${word}${ends && index === words.length - 1 ? '*' : ''}`],
      })),
    )
  }
}

const places: Record<string, Pattern> = {
  '^': { kind: 'sentenceStart' },
  $: { kind: 'sentenceEnd' },
  '^^': { kind: 'postStart' },
  $$: { kind: 'postEnd' },
}

const fixedWords: Record<string, string> = {
  '<link>': 'http',
  '<person>': '@user',
  '<number>': '0',
  '?': '?',
  '!': '!',
}

function rowOf(parts: readonly Pattern[]): Pattern {
  if (parts.length === 1) return parts[0]!
  return parts.length === 0 ? nothing : { kind: 'row', parts }
}

/** Single words join into one test; only what is longer stays a way of its own. */
function eitherOf(ways: readonly Pattern[]): Pattern {
  const words = new Set<string>()
  const longer: Pattern[] = []
  for (const way of ways) {
    const single = singleWords(way)
    if (single) for (const word of single) words.add(word)
    else if (way.kind === 'either') {
      for (const inner of way.ways) {
        if (inner.kind === 'word') for (const word of inner.words) words.add(word)
        else longer.push(inner)
      }
    } else longer.push(way)
  }
  if (longer.length === 0) return { kind: 'word', words: [...words] }
  if (words.size === 0 && longer.length === 1) return longer[0]!
  return { kind: 'either', ways: words.size > 0 ? [{ kind: 'word', words: [...words] }, ...longer] : longer }
}

function singleWords(pattern: Pattern): string[] | undefined {
  return pattern.kind === 'word' ? [...pattern.words] : undefined
}
