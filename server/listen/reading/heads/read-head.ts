import type { Evidence } from '../../../model/reading.ts'
import { unknownLabel } from '../../../model/reading.ts'
import { evidenceOf } from '../cut-post.ts'
import type { CutPost } from '../cut-post.ts'
import type { Head } from './head-details.ts'
import type { Scores } from './score-post.ts'

/** The probability of each label of a head, as it was learned: not yet fitted to how often it is right. */
export function learnedShares(scores: Scores, head: Head): Float64Array {
  return softmax(logitsOf(scores, head))
}

/** Probabilities fitted on posts that were not learned from: logarithms over the temperature, and the offsets. */
export function fittedShares(shares: ArrayLike<number>, { temperature, offsets }: Head): Float64Array {
  return softmax(Float64Array.from(shares, (share, label) => Math.log(share + 1e-9) / temperature + offsets[label]!))
}

function logitsOf({ steps, dense }: Scores, { column, columns, biases, step }: Head): Float64Array {
  const logits = Float64Array.from(biases)
  const first = logits.length - columns
  for (let at = 0; at < columns; at++) logits[first + at]! += steps[column + at]! * step + dense[column + at]!
  return logits
}

export function softmax(logits: Float64Array): Float64Array {
  const most = Math.max(...logits)
  let sum = 0
  for (let at = 0; at < logits.length; at++) sum += logits[at] = Math.exp(logits[at]! - most)
  for (let at = 0; at < logits.length; at++) logits[at]! /= sum
  return logits
}

/** The label that the learned shares speak for, with how often that is right; `unknown` below the line. */
export function decide(shares: ArrayLike<number>, head: Head): { label: string; confidence: number; at: number } {
  const { labels, line, decision } = head
  let at = 0
  let most = -Infinity
  for (let label = 0; label < shares.length; label++) {
    const lead = Math.log(shares[label]! + 1e-9) + decision[label]!
    if (lead > most) {
      most = lead
      at = label
    }
  }
  const confidence = fittedShares(shares, head)[at]!
  return { label: confidence < line ? unknownLabel : labels[at]!, confidence, at }
}

/** At most so many words are shown, and none that carried less than this share of the first. */
const mostShown = 4
const leastShare = 0.35

/** The words that spoke most for a label against the others, in their order; words that stand together are one piece. */
export function carriedBy(cut: CutPost, { scores, head }: { scores: Scores; head: Head }, at: number): Evidence[] {
  const carried = weighWords(scores, head, at)
  const order = [...carried.keys()].filter((place) => carried[place]! > 0).toSorted((a, b) => carried[b]! - carried[a]!)
  const least = (carried[order[0]!] ?? 0) * leastShare
  const shown = order
    .slice(0, mostShown)
    .filter((place) => carried[place]! >= least)
    .toSorted((a, b) => a - b)
  const pieces: Evidence[] = []
  for (let from = 0; from < shown.length;) {
    let to = from + 1
    while (to < shown.length && shown[to] === shown[to - 1]! + 1) to++
    pieces.push(evidenceOf(cut, shown[from]!, shown[to - 1]! + 1))
    from = to
  }
  return pieces
}

/** What a point of a word list is worth beside n-grams; only the order of words depends on it. */
const valenceWorth = 0.3
const goodLabels = new Set(['positive', 'joy', 'optimism'])
const badLabels = new Set(['negative', 'anger', 'sadness', 'offensive'])

function weighWords({ set, seen, grams, wordUnit, charUnit, valences }: Scores, head: Head, at: number): Float64Array {
  const { column, columns, step, labels } = head
  const { weights } = set
  const own = columns === 1 ? column : column + at
  const sign = columns === 1 && at === 0 ? -1 : 1
  const rest = columns === 1 ? 0 : 1 / columns
  const lead = (of: Int8Array | Int32Array, from: number) => {
    let others = 0
    for (let other = column; other < column + columns; other++) others += of[from + other]!
    return sign * (of[from + own]! - others * rest) * step
  }
  const carried = new Float64Array(seen.length)
  for (let place = 0; place < grams.length; place += 3) {
    const [row, from, to] = [grams[place]!, grams[place + 1]!, grams[place + 2]!]
    const share = (lead(weights, row * set.columns) * wordUnit) / (to - from)
    for (let word = from; word < to; word++) carried[word]! += share
  }
  const side = goodLabels.has(labels[at]!) ? valenceWorth : badLabels.has(labels[at]!) ? -valenceWorth : 0
  for (const [word, { chars }] of seen.entries()) {
    carried[word]! += lead(chars, 0) * charUnit + side * valences[word]!
  }
  return carried
}
