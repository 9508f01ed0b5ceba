import { wordFlag } from '../word-flag.ts'
import { hashOf } from './hash.ts'

const shortest = 3
const longest = 5

/** Longer words are no words. */
const mostCharacters = 30

const withoutCharacters =
  wordFlag.mention | wordFlag.link | wordFlag.number | wordFlag.mark | wordFlag.emoji | wordFlag.emoticon

export function hasCharGrams(flags: number): boolean {
  return (flags & withoutCharacters) === 0
}

/** The hashes of all runs of 3 to 5 characters of a word with its two edges. */
export function charGramsOf(word: string): number[] {
  const edged = ` ${word.slice(0, mostCharacters)} `
  const found: number[] = []
  for (let size = shortest; size <= longest; size++) {
    for (let from = 0; from + size <= edged.length; from++) found.push(hashOf(edged, from, from + size))
  }
  return found
}
