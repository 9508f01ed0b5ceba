import type { LetterCut } from './cut-letters.ts'
import type { Script } from './letter-table.ts'
import { numberOf, scriptNumbers, scriptOf } from './letter-table.ts'

interface Owner {
  language: string
  /** How often a text in this script is in that language. */
  confidence: number
  /** Fewer letters than this prove nothing: some live on as parts of faces, as in ¯\_(ツ)_/¯ and ಠ_ಠ. */
  least: number
  /** Other languages of the script, believed when the source states them. */
  also?: readonly string[]
}

const owner = (language: string, confidence: number, also: readonly string[] = []): Owner => ({
  language,
  confidence,
  least: 3,
  also,
})

/** Scripts that one language alone writes, or nearly. The others are told apart by the table. */
const owners: Partial<Record<Script, Owner>> = {
  Han: { ...owner('zh', 0.9, ['ja', 'yue']), least: 1 },
  Hiragana: { ...owner('ja', 0.98), least: 1 },
  Katakana: { ...owner('ja', 0.98), least: 2 },
  Hangul: { ...owner('ko', 0.99), least: 2 },
  Greek: owner('el', 0.98),
  Hebrew: { ...owner('he', 0.98, ['yi']), least: 2 },
  Armenian: owner('hy', 0.99),
  Georgian: owner('ka', 0.98),
  Bengali: owner('bn', 0.96, ['as']),
  Gurmukhi: owner('pa', 0.98),
  Gujarati: owner('gu', 0.98),
  Oriya: owner('or', 0.98),
  Tamil: owner('ta', 0.99),
  Telugu: owner('te', 0.99),
  Kannada: owner('kn', 0.98),
  Malayalam: owner('ml', 0.98),
  Sinhala: owner('si', 0.98),
  Thai: owner('th', 0.99),
  Lao: owner('lo', 0.99),
  Khmer: owner('km', 0.99),
  Myanmar: owner('my', 0.97),
  Tibetan: owner('bo', 0.9, ['dz']),
  Ethiopic: owner('am', 0.9, ['ti']),
  Thaana: owner('dv', 0.98),
}

/** One sign of these says as much as three letters. */
const dense: readonly Script[] = ['Han', 'Hiragana', 'Katakana', 'Hangul']
const densities = new Uint8Array(scriptNumbers).fill(1)
for (const script of dense) densities[numberOf(script)] = 3

const [han, hiragana, katakana] = [numberOf('Han'), numberOf('Hiragana'), numberOf('Katakana')]

/** The number of the script that carries a text, 0 where there are no letters. */
export function leadingScript({ counts }: LetterCut): number {
  let leading = 0
  let most = 0
  for (let script = 0; script < scriptNumbers; script += 1) {
    const weight = counts[script]! * densities[script]!
    if (weight > most && counts[script]! >= leastOf(script)) [leading, most] = [script, weight]
  }
  const kana = counts[hiragana]! + counts[katakana]!
  // Japanese mixes its own signs with Chinese ones; a fifth of them is proof enough.
  if (leading === han && kana * 4 >= counts[han]!) return hiragana
  return leading
}

function leastOf(script: number): number {
  const name = scriptOf(script)
  return (name && owners[name]?.least) ?? 1
}

/** The language that a script gives away; `undefined` for the scripts that many languages share. */
export function languageOfScript(
  script: number,
  stated: string | undefined,
): { label: string; confidence: number } | undefined {
  const name = scriptOf(script)
  const found = name && owners[name]
  if (!found) return undefined
  const label = stated !== undefined && found.also?.includes(stated) ? stated : found.language
  return { label, confidence: found.confidence }
}

/** Languages that a script names without the table. */
export function languagesOfScripts(): string[] {
  return [...new Set(Object.values(owners).map(({ language }) => language))]
}
