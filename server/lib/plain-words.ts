import { isFunctionWord } from './function-words.ts'
import { isTelling } from './standing-words.ts'
import { tokenize } from './tokenize.ts'

/** The words of a text without links and handles, in runs: whatever is more than a space between two words ends a run. */
export function wordRuns(text: string): string[][] {
  const plain = withoutAddresses(text)
  const { words, starts, ends } = tokenize(plain)
  const runs: string[][] = []
  for (const [at, word] of words.entries()) {
    const isNext = at > 0 && /^[\s'’-]*$/u.test(plain.slice(ends[at - 1], starts[at]))
    if (isNext) runs.at(-1)!.push(word)
    else runs.push([word])
  }
  return runs
}

/** Addresses and handles become spaces. */
export function withoutAddresses(text: string): string {
  return text.replaceAll(/\bhttps?:\/\/\S+|\bwww\.\S+|(?<![\p{L}\p{N}_])@[\p{L}\p{N}_.-]+/giu, (address) =>
    ' '.repeat(address.length),
  )
}

const longestPhrase = 3

/** Phrases of two and three words in these runs that neither begin nor end with a word that only joins others. */
export function phrasesIn(runs: readonly (readonly string[])[]): Set<string> {
  const phrases = new Set<string>()
  for (const run of runs) {
    for (let from = 0; from < run.length - 1; from++) {
      if (!mayEnd(run[from]!)) continue
      const end = Math.min(run.length, from + longestPhrase)
      for (let to = from + 1; to < end; to++) if (mayEnd(run[to]!)) phrases.add(run.slice(from, to + 1).join(' '))
    }
  }
  return phrases
}

function mayEnd(word: string): boolean {
  return isTelling(word) && !isFunctionWord(word)
}

/** Whether these words stand in the runs, one after the other. */
export function holdsPhrase(runs: readonly (readonly string[])[], phrase: string): boolean {
  const words = phrase.split(' ')
  return runs.some((run) => run.some((_, from) => words.every((word, at) => run[from + at] === word)))
}
