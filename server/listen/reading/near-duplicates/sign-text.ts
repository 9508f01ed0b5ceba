import { foldText } from './fold-text.ts'

/**
 * One byte for each of 64 bins: two texts agree in about as many of them as they share of the pieces of five letters that
 * stand in either. Kept with the post.
 */
export type Signature = Uint8Array

export const bins = 64
const shingle = 5
/** What says less is said by many who know nothing of each other: thanks, greetings, yes and no. */
const fewestLetters = 36

const factor = 0x01000193
/** The factor to the power of the length of a shingle, to take its first letter out again. */
const leaving = power(factor, shingle)

/**
 * The signature of a text, or undefined where it says too little to be a copy of anything. One-permutation MinHash (Li, Owen
 * and Zhang, NIPS 2012): every shingle falls into one bin and the smallest of each bin counts; an empty bin borrows
 * from another, drawn by its number (Shrivastava, ICML 2017).
 */
export function signText(text: string): Signature | undefined {
  const folded = foldText(text)
  if (folded.length < fewestLetters) return undefined
  const smallest = new Uint32Array(bins).fill(empty)
  let rolling = 0
  for (let at = 0; at < folded.length; at++) {
    rolling = (Math.imul(rolling, factor) + folded.charCodeAt(at)) | 0
    if (at >= shingle) rolling = (rolling - Math.imul(folded.charCodeAt(at - shingle), leaving)) | 0
    if (at < shingle - 1) continue
    const hash = mix(rolling)
    const bin = hash >>> 26
    const value = hash & 0x3ffffff
    if (value < smallest[bin]!) smallest[bin] = value
  }
  return fillBins(smallest)
}

const empty = 0xffffffff

function fillBins(smallest: Uint32Array): Signature {
  const signature = new Uint8Array(bins)
  for (let bin = 0; bin < bins; bin++) {
    let from = bin
    for (let draw = 1; smallest[from] === empty; draw++) from = mix(Math.imul(bin + 1, 0x9e3779b1) + draw) >>> 26
    signature[bin] = mix(smallest[from]! + 1) >>> 24
  }
  return signature
}

/** Spreads every bit over all others: the last step of MurmurHash3. */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function power(base: number, times: number): number {
  let product = 1
  for (let time = 0; time < times; time++) product = Math.imul(product, base)
  return product
}
