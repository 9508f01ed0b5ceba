import type { Compiled } from './match-pattern.ts'
import type { KnownWord } from './word-classes.ts'

/** Of each group, a post must hold a word of one class at least, or the pattern cannot be found in it. */
export type Required = readonly (readonly number[])[]

/** What a pattern cannot do without. Few posts hold it, so that most patterns need not be tried. */
export function requiredClasses(pattern: Compiled): Required {
  if (pattern.kind === 'word') return [[pattern.wordClass]]
  if (pattern.kind === 'row') return pattern.parts.flatMap(requiredClasses)
  if (pattern.kind !== 'either') return []
  const ways = pattern.ways.map((way) => requiredClasses(way)[0])
  return ways.every((way) => way !== undefined) ? [ways.flat()] : []
}

/** The classes of all words of a post together. */
export function classesIn(known: readonly KnownWord[]): Int32Array {
  const bits = new Int32Array(known[0]?.bits.length ?? 0)
  let before: Int32Array | undefined
  for (const { bits: own } of known) {
    if (own === before) continue
    for (let at = 0; at < bits.length; at++) bits[at]! |= own[at]!
    before = own
  }
  return bits
}

export function mayHold(bits: Int32Array, required: Required): boolean {
  for (const group of required) {
    let holds = false
    for (const one of group) {
      if (((bits[one >>> 5]! >>> (one & 31)) & 1) === 0) continue
      holds = true
      break
    }
    if (!holds) return false
  }
  return true
}
