/** Goes up whenever the same text gives other features: weights trained with other rules are refused. */
export const featureRules = 1

/** Runs of letters up to this long are features; the blank before and after a word counts as a letter. */
const longestGram = 5

const prime = 0x01000193
const start = 0x811c9dc5 | 0
const wordStart = 0x1b873593 | 0

/** Mixes a hash so that its low bits are good for a table (after the finaliser of MurmurHash3). Never 0. */
function mixed(hash: number): number {
  let mix = hash ^ (hash >>> 16)
  mix = Math.imul(mix, 0x85ebca6b)
  mix ^= mix >>> 13
  mix = Math.imul(mix, 0xc2b2ae35)
  mix ^= mix >>> 16
  return mix >>> 0 || 1
}

/**
 * Writes the features of a word into `hashes` from its start, as 32-bit numbers, and says where they end: its runs of 1
 * to 5 letters, blanks around it included, and the whole word. `first` is its first letter in `letters`, which holds a 0
 * before and after each word. At most six a letter.
 */
export function hashGrams(letters: Uint16Array, first: number, hashes: Uint32Array): number {
  let place = 0
  let whole = wordStart
  for (let from = first - 1; ; from += 1) {
    let hash = start
    const begin = letters[from]!
    if (from >= first) {
      if (begin === 0) break
      whole = Math.imul(whole ^ begin, prime)
    }
    for (let length = 1; length <= longestGram; length += 1) {
      const letter = letters[from + length - 1]!
      hash = Math.imul(hash ^ (letter + 1), prime)
      if (length > 1 || from >= first) hashes[place++] = mixed(hash)
      if (letter === 0 && length > 1) break
    }
  }
  hashes[place++] = mixed(whole)
  return place
}
