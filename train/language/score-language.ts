import type { LanguageDetails } from '../../server/listen/reading/language/language-table.ts'
import type { Reading } from '../../server/model/reading.ts'
import { unknownLabel } from '../../server/model/reading.ts'
import type { LanguageRow } from './language-row.ts'

/** What most posts are written in; the goals for short texts are over these. */
export const largeLanguages = [
  'ar',
  'de',
  'en',
  'es',
  'fr',
  'hi',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt',
  'ru',
  'sv',
  'tr',
  'zh',
]

/** Of some texts: how many, how many read right, how many not read. */
export interface Share {
  texts: number
  right: number
  unknown: number
}

export interface LanguageScores {
  /** By kind of text, all languages and the large ones. */
  all: Record<LanguageRow['kind'], Share>
  large: Record<LanguageRow['kind'], Share>
  /** Sentences and tweets, by language. */
  languages: Record<string, Share>
  /** What was read instead, most often first. */
  mistaken: { language: string; read: string; texts: number }[]
  /** The mean difference between confidence and being right, over ten bands of confidence. */
  calibrationError: number
}

const none = (): Share => ({ texts: 0, right: 0, unknown: 0 })
const byKind = () => ({ sentence: none(), pair: none(), word: none(), tweet: none() })

/** Reads texts whose language is known and counts. Not knowing is not right. */
export function scoreLanguage(read: (text: string) => Reading, rows: readonly LanguageRow[]): LanguageScores {
  const scores = { all: byKind(), large: byKind(), languages: {} as Record<string, Share> }
  const mistaken = new Map<string, number>()
  const told: Told[] = []
  for (const { text, language, kind } of rows) {
    const { label, confidence } = read(text)
    const right = label === language
    count(scores.all[kind], right, label)
    if (largeLanguages.includes(language)) count(scores.large[kind], right, label)
    if (label !== unknownLabel) told.push({ confidence, right })
    if (kind !== 'sentence' && kind !== 'tweet') continue
    count((scores.languages[language] ??= none()), right, label)
    if (!right) mistaken.set(`${language} ${label}`, (mistaken.get(`${language} ${label}`) ?? 0) + 1)
  }
  return { ...scores, mistaken: mostOften(mistaken), calibrationError: calibrationError(told) }
}

interface Told {
  confidence: number
  right: boolean
}

function calibrationError(told: readonly Told[]): number {
  const bands = Array.from({ length: 10 }, () => 0)
  for (const { confidence, right } of told)
    bands[Math.min(9, Math.floor(confidence * 10))]! += confidence - (right ? 1 : 0)
  return told.length === 0 ? 0 : bands.reduce((sum, gap) => sum + Math.abs(gap), 0) / told.length
}

function count(share: Share, right: boolean, label: string): void {
  share.texts += 1
  if (right) share.right += 1
  if (label === unknownLabel) share.unknown += 1
}

function mostOften(mistaken: ReadonlyMap<string, number>): LanguageScores['mistaken'] {
  return [...mistaken]
    .toSorted(([, a], [, b]) => b - a)
    .map(([pair, texts]) => ({ language: pair.split(' ')[0]!, read: pair.split(' ')[1]!, texts }))
}

/** In per cent, one digit. */
export function percent({ texts, right }: Share): number {
  return texts === 0 ? 0 : Math.round((1000 * right) / texts) / 10
}

/** Scores as a weights file keeps them. */
export function inPercent(scores: LanguageScores): NonNullable<LanguageDetails['scores']> {
  const kinds = ({ sentence, pair, word, tweet }: LanguageScores['all']) => ({
    sentence: percent(sentence),
    pair: percent(pair),
    word: percent(word),
    tweet: percent(tweet),
  })
  const names = Object.keys(scores.languages).toSorted()
  return {
    all: kinds(scores.all),
    large: kinds(scores.large),
    languages: Object.fromEntries(names.map((name) => [name, percent(scores.languages[name]!)])),
    calibrationError: Math.round(scores.calibrationError * 1000) / 1000,
  }
}
