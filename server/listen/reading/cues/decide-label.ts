import { rounded } from '../round-confidence.ts'
import type { Signals } from './signals.ts'

/** How much each signal speaks for each label; `always` stands for the label without any signal. */
export type SignalWeights = Readonly<Record<string, Readonly<Record<string, number>>>>

/** The weights of one label, ready to be summed. */
export interface LabelWeights {
  label: string
  always: number
  weights: readonly (readonly [signal: string, weight: number])[]
}

/** Readies weights once, so that no post pays for it. */
export function readyWeights(weights: SignalWeights): LabelWeights[] {
  return Object.entries(weights).map(([label, row]) => ({
    label,
    always: row['always'] ?? 0,
    weights: Object.entries(row).filter(([signal]) => signal !== 'always'),
  }))
}

/** The label with the most weight, and how sure it is among the others. */
export function decideLabel(signals: Signals, weights: readonly LabelWeights[]): { label: string; confidence: number } {
  const sums = weights.map((one) => sumOf(signals, one))
  let best = 0
  for (let at = 1; at < sums.length; at++) if (sums[at]! > sums[best]!) best = at
  let rest = 0
  for (const sum of sums) rest += Math.exp(sum - sums[best]!)
  return { label: weights[best]!.label, confidence: rounded(1 / rest) }
}

function sumOf({ values }: Signals, { always, weights }: LabelWeights): number {
  let sum = always
  for (const [signal, weight] of weights) {
    const value = values.get(signal)
    if (value !== undefined) sum += weight * value
  }
  return sum
}
