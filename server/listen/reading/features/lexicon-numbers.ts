import type { CutPost } from '../cut-post.ts'
import { wordFlag } from '../word-flag.ts'

/** Numbers of one word list. */
const perList = 12

/** How many numbers the two word lists give. */
export const lexiconSize = perList * 2

const boosters = new Map(
  Object.entries({
    1.3: `very really so extremely absolutely totally completely incredibly super truly utterly too damn fucking insanely
      seriously definitely deeply highly such quite fucken freaking friggin hella`,
    0.7: 'slightly somewhat bit little kinda sorta kind sort fairly rather almost maybe barely partly',
  }).flatMap(([factor, words]) => words.split(/\s+/).map((word) => [word, Number(factor)] as const)),
)

/** What a negation leaves of a word's weight. */
const turned = -0.7
const loud = 1.2

/**
 * What two word lists (by word: a weight, 0 for none) say of a post: sums, extremes, counts and the last word found, each
 * with negation and boosters counted in. Sums are dampened.
 */
export function addLexiconNumbers(
  cut: CutPost,
  { lists, negated }: { lists: readonly Float32Array[]; negated: Uint8Array },
  into: Float32Array,
): void {
  for (const [index, weights] of lists.entries()) addList(cut, { weights, negated }, into.subarray(index * perList))
}

function addList(
  { words, flags }: CutPost,
  { weights, negated }: { weights: Float32Array; negated: Uint8Array },
  into: Float32Array,
): void {
  into.fill(0, 0, perList)
  let afterBut = 0
  let late = 0
  const lateFrom = (words.length * 2) / 3
  for (let place = 0; place < words.length; place++) {
    if (words[place] === 'but') afterBut = 0
    const weight = weights[place]!
    if (weight === 0) continue
    const isTurned = negated[place] !== 0
    const loudness = flags[place]! & wordFlag.capitals ? loud : 1
    const value = weight * (isTurned ? turned : 1) * (boosters.get(words[place - 1] ?? '') ?? 1) * loudness
    addHit(into, value)
    if (isTurned) into[7]! += weight
    afterBut += value
    if (place >= lateFrom) late += value
  }
  const sum = into[0]! + into[1]!
  const hits = into[2]! + into[3]!
  into[8] = dampened(sum)
  into[9] = hits === 0 ? 0 : sum / hits
  into[10] = dampened(afterBut)
  into[11] = dampened(late)
  into[0] = dampened(into[0]!)
  into[1] = dampened(into[1]!)
}

function addHit(into: Float32Array, value: number): void {
  into[value > 0 ? 0 : 1]! += value
  into[value > 0 ? 2 : 3]!++
  into[4] = Math.max(into[4]!, value)
  into[5] = Math.min(into[5]!, value)
  into[6] = value
}

function dampened(sum: number): number {
  return (sum * 4) / Math.sqrt(sum * sum + 15)
}
