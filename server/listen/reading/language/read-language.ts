import type { Evidence, Reading } from '../../../model/reading.ts'
import { unknownLabel } from '../../../model/reading.ts'
import type { ReadablePost } from '../readable-post.ts'
import { rounded } from '../round-confidence.ts'
import type { LetterCut } from './cut-letters.ts'
import { cutLetters, emptyCut } from './cut-letters.ts'
import { judgeLanguage } from './judge-language.ts'
import { languageOfScript, leadingScript } from './language-of-script.ts'
import type { LanguageTable } from './language-table.ts'
import { loadLanguageTable } from './language-table.ts'
import type { Weighing } from './weigh-words.ts'
import { emptyWeighing, leanOfWords, weighWords } from './weigh-words.ts'

/** Below this a guess is wrong too often to be told. */
const line = 0.4
/** What a language is believed that only the source states. */
const confidenceOfStated = 0.6

type Guess = Omit<Reading, 'reader'>

/** A reader of language that goes by one table: ISO 639-1 labels, `unknown` below its line. */
export function languageReader(table: LanguageTable): (post: ReadablePost) => Reading {
  const reader = `language@${table.version}`
  const cut = emptyCut()
  const weighing = emptyWeighing(table)
  return (post) => {
    const stated = statedLanguage(post.language)
    const title = post.title === '' ? undefined : post.title
    const text = title === undefined ? post.text : `${title}\n${post.text}`
    const guess = guessLanguage(table, { cut: cutLetters(text, cut), weighing, stated })
    if (guess.confidence >= line) return { ...agreed(guess, stated), evidence: inParts(guess.evidence, title), reader }
    if (stated !== undefined) return { label: stated, confidence: confidenceOfStated, evidence: [], reader }
    return { label: unknownLabel, confidence: guess.confidence, evidence: [], reader }
  }
}

/** A guess that the source confirms is worth no less than the source alone. */
function agreed(guess: Guess, stated: string | undefined): Guess {
  return guess.label === stated ? { ...guess, confidence: Math.max(guess.confidence, confidenceOfStated) } : guess
}

let usual: ReturnType<typeof languageReader> | undefined

/** The language of a post by the table that comes with the program, which is read when first needed. */
export function readLanguage(post: ReadablePost): Reading {
  usual ??= languageReader(loadLanguageTable())
  return usual(post)
}

export interface LazyLanguage {
  reading: () => Promise<Reading>
  /** `undefined` when it cannot be told. */
  label: () => Promise<string | undefined>
}

/** Reads the language once, however often it is asked for. */
export function lazyLanguage(post: ReadablePost): LazyLanguage {
  let known: Reading | undefined
  const reading = async () => (known ??= readLanguage(post))
  return {
    reading,
    label: async () => {
      const { label } = await reading()
      return label === unknownLabel ? undefined : label
    },
  }
}

/** Both written forms of Norwegian are told as one, as most sources do. */
const norwegian = new Set(['nb', 'nn'])

/** Two or three letters out of a BCP 47 tag. */
function statedLanguage(tag: string | undefined): string | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0]
  if (language === undefined || !/^[a-z]{2,3}$/.test(language) || language === 'und') return undefined
  return norwegian.has(language) ? 'no' : language
}

interface Writing {
  cut: LetterCut
  weighing: Weighing
  stated: string | undefined
}

function guessLanguage(table: LanguageTable, { cut, weighing, stated }: Writing): Guess {
  const script = leadingScript(cut)
  const candidates = table.candidates[script]
  if (!candidates) {
    const owned = languageOfScript(script, stated)
    return owned ? { ...owned, evidence: firstWord(cut, script) } : { label: unknownLabel, confidence: 0, evidence: [] }
  }
  weighWords(table, { cut, script }, weighing)
  const { best, second, confidence } = judgeLanguage(table, weighing, { candidates, stated })
  const leans = leanOfWords(table, weighing, [best, second])
  return {
    label: table.languages[best]!,
    confidence: rounded(confidence),
    evidence: strongest(cut, leans),
  }
}

const shown = 3

/** The words that speak loudest for the language, in the order of the text. */
function strongest(cut: LetterCut, leans: Int32Array): Evidence[] {
  const words: number[] = []
  for (let word = 0; word < leans.length; word += 1) {
    const lean = leans[word]!
    if (lean <= 0) continue
    const place = words.findIndex((other) => leans[other]! < lean)
    if (place !== -1) words.splice(place, 0, word)
    else if (words.length < shown) words.push(word)
    if (words.length > shown) words.pop()
  }
  return words.toSorted((a, b) => a - b).map((word) => placeOf(cut, word))
}

function firstWord(cut: LetterCut, script: number): Evidence[] {
  const word = cut.scripts.subarray(0, cut.words).indexOf(script)
  return word === -1 ? [] : [placeOf(cut, word)]
}

function placeOf(cut: LetterCut, word: number): Evidence {
  return { start: cut.starts[word]!, end: cut.ends[word]! }
}

/** Places in title and text joined become places in the one or the other. */
function inParts(evidence: Evidence[], title: string | undefined): Evidence[] {
  if (title === undefined) return evidence
  const from = title.length + 1
  return evidence.map(({ start, end }) =>
    start < from ? { start, end, part: 'title' } : { start: start - from, end: end - from },
  )
}
