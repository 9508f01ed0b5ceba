import type { LetterCut } from '../../server/listen/reading/language/cut-letters.ts'
import { cutLetters, emptyCut } from '../../server/listen/reading/language/cut-letters.ts'
import { hashGrams } from '../../server/listen/reading/language/hash-grams.ts'
import { leadingScript } from '../../server/listen/reading/language/language-of-script.ts'
import type { Script } from '../../server/listen/reading/language/letter-table.ts'
import { scriptOf } from '../../server/listen/reading/language/letter-table.ts'
import type { LanguageRow } from './language-row.ts'

/** Scripts that several languages of the data share. */
export const sharedScripts = ['Latin', 'Cyrillic', 'Arabic', 'Devanagari'] as const
export type SharedScript = (typeof sharedScripts)[number]

/** A text as features, word by word. */
export interface Example {
  row: LanguageRow
  script: SharedScript
  letters: number
  words: Uint32Array[]
}

const hashes = new Uint32Array(512)

/** The rows that need the table, with the 32-bit hashes of their features, cut just as the reader cuts them. */
export function gatherExamples(rows: readonly LanguageRow[]): Example[] {
  const cut = emptyCut()
  return rows.flatMap((row) => {
    cutLetters(row.text, cut)
    const number = leadingScript(cut)
    const script = scriptOf(number)
    if (!isShared(script)) return []
    return [{ row, script, letters: cut.counts[number] ?? 0, words: wordsOf(cut, number) }]
  })
}

function isShared(script: Script | undefined): script is SharedScript {
  return sharedScripts.some((shared) => shared === script)
}

function wordsOf(cut: LetterCut, script: number): Uint32Array[] {
  const words: Uint32Array[] = []
  for (let word = 0; word < cut.words; word += 1) {
    if (cut.scripts[word] !== script) continue
    words.push(hashes.slice(0, hashGrams(cut.letters, cut.firsts[word] ?? 1, hashes)))
  }
  return words
}

/** Less of a language's texts than this in a script are quotations, and names. */
const leastShare = 0.2

/** The languages written in each shared script, in alphabetical order. */
export function languagesByScript(
  examples: readonly Example[],
  rows: readonly LanguageRow[],
): Record<SharedScript, string[]> {
  const all = tally(rows.map(({ language }) => language))
  const inScript = tally(examples.map(({ row, script }) => `${script} ${row.language}`))
  const written = (script: SharedScript) =>
    [...all].filter(([language, count]) => (inScript.get(`${script} ${language}`) ?? 0) >= count * leastShare)
  const names = (script: SharedScript) =>
    written(script)
      .map(([language]) => language)
      .toSorted()
  return {
    Latin: names('Latin'),
    Cyrillic: names('Cyrillic'),
    Arabic: names('Arabic'),
    Devanagari: names('Devanagari'),
  }
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
