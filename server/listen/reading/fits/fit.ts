/**
 * What the answers of a workspace taught a reader: its confidence set right by a temperature and an offset a label, and,
 * with a head, by the words that stand in the post.
 */
export interface Fit {
  labels: readonly string[]
  temperature: number
  offsets: readonly number[]
  /** Features by their hash, and what each adds to each label, feature by feature. */
  hashes: Uint32Array
  weights: Float32Array
}

/** A reading as probabilities: the rest of its confidence is shared evenly by the other labels. */
export function sharesOf(labels: readonly string[], said: { label: string; confidence: number }): number[] {
  const even = 1 / labels.length
  const own = Math.min(0.99, Math.max(even, said.confidence))
  return labels.map((label) => (label === said.label ? own : (1 - own) / (labels.length - 1)))
}

/** Probabilities from scores. */
export function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
