import { emojiWeights } from './emoji-weights.ts'
import { english } from './words-en.ts'
import { french } from './words-fr.ts'
import { german } from './words-de.ts'
import { spanish } from './words-es.ts'

/** The word list of a language, ready for looking up. */
export interface Lexicon {
  /** From -3, very bad, to 3, very good. */
  weightOf(word: string): number | undefined
  negators: ReadonlySet<string>
  intensifiers: ReadonlySet<string>
  softeners: ReadonlySet<string>
  contrasts: ReadonlySet<string>
}

interface WordList {
  weights: Record<string, string>
  negators: string
  intensifiers: string
  softeners: string
  contrasts: string
}

/** By language. */
export const lexicons: Record<string, Lexicon | undefined> = {
  en: makeLexicon(english),
  de: makeLexicon(german),
  fr: makeLexicon(french),
  es: makeLexicon(spanish),
}

const emoji = new Map(
  Object.entries(emojiWeights).flatMap(([weight, signs]) =>
    Array.from(signs, (sign) => [sign, Number(weight)] as const),
  ),
)

export function emojiWeightOf(word: string): number | undefined {
  return emoji.get(word)
}

const shortestBeginning = 3

function makeLexicon(list: WordList): Lexicon {
  const exact = new Map<string, number>()
  const beginnings = new Map<string, number>()
  for (const [weight, words] of Object.entries(list.weights)) {
    for (const word of split(words)) {
      if (word.endsWith('*')) beginnings.set(word.slice(0, -1), Number(weight))
      else exact.set(word, Number(weight))
    }
  }
  const longest = Math.max(...Array.from(beginnings.keys(), (word) => word.length))
  return {
    weightOf(word) {
      const weight = exact.get(word)
      if (weight !== undefined) return weight
      for (let length = Math.min(word.length, longest); length >= shortestBeginning; length--) {
        const found = beginnings.get(word.slice(0, length))
        if (found !== undefined) return found
      }
      return undefined
    },
    negators: new Set(split(list.negators)),
    intensifiers: new Set(split(list.intensifiers)),
    softeners: new Set(split(list.softeners)),
    contrasts: new Set(split(list.contrasts)),
  }
}

function split(words: string): string[] {
  return words.trim().split(/\s+/)
}
