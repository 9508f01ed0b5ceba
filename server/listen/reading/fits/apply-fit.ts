import type { Evidence, Reading } from '../../../model/reading.ts'
import { type CutPost, evidenceOf } from '../cut-post.ts'
import { type Fit, sharesOf, softmax } from './fit.ts'
import { type Gram, gramsOf } from './grams-of-post.ts'

type Said = Pick<Reading, 'label' | 'confidence' | 'evidence'>

/** What a reader's word becomes by what the workspace taught it. What the reader does not know stays unknown. */
export function applyFit(fit: Fit, cut: CutPost, said: Said): Said {
  if (!fit.labels.includes(said.label)) return said
  const found = fit.hashes.length === 0 ? [] : findRows(fit, gramsOf(cut))
  const scores = scoresOf(fit, sharesOf(fit.labels, said), found)
  const shares = softmax(scores)
  const best = shares.indexOf(Math.max(...shares))
  const label = fit.labels[best]!
  const confidence = Math.round(Math.min(0.99, shares[best]!) * 100) / 100
  const evidence = label === said.label ? said.evidence : carriedBy(fit, cut, found, best)
  return { label, confidence, evidence }
}

/** A feature of the post that the fit knows. */
interface Found extends Gram {
  row: number
  /** What each feature of this post counts. */
  unit: number
}

/** The scores of each label: of the reader's own probabilities, and of the words found. */
export function scoresOf(
  { labels, temperature, offsets, weights }: Fit,
  shares: readonly number[],
  found: readonly Pick<Found, 'row' | 'unit'>[],
): number[] {
  return labels.map((_, label) => {
    let score = Math.log(shares[label]!) / temperature + offsets[label]!
    for (const { row, unit } of found) score += unit * weights[row * labels.length + label]!
    return score
  })
}

/** The features of a post that a fit knows, each as often as it stands there. */
export function findRows({ hashes }: Fit, grams: readonly Gram[]): Found[] {
  const unit = grams.length === 0 ? 0 : 1 / Math.sqrt(grams.length)
  return grams.flatMap((gram) => {
    const row = rowOf(hashes, gram.hash)
    return row === -1 ? [] : [{ ...gram, row, unit }]
  })
}

/** Hashes are sorted. */
function rowOf(hashes: Uint32Array, hash: number): number {
  let [from, to] = [0, hashes.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (hashes[middle]! < hash) from = middle + 1
    else to = middle
  }
  return hashes[from] === hash ? from : -1
}

const mostWords = 3

/** The words that spoke most for a label. */
function carriedBy({ weights, labels }: Fit, cut: CutPost, found: readonly Found[], label: number): Evidence[] {
  return found
    .map((gram) => ({ gram, worth: weights[gram.row * labels.length + label]! }))
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, mostWords)
    .map(({ gram }) => evidenceOf(cut, gram.from, gram.to))
    .toSorted((a, b) => a.start - b.start)
}
