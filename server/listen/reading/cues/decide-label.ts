import { rounded } from '../round-confidence.ts'
import type { Signals } from './signals.ts'

/** How much each signal speaks for each label; `always` stands for the label without any signal. */
export type SignalWeights = Readonly<Record<string, Readonly<Record<string, number>>>>

/** The label with the most weight, and how sure it is among the others. */
export function decideLabel(signals: Signals, weights: SignalWeights): { label: string; confidence: number } {
  const sums = Object.entries(weights).map(([label, row]) => ({ label, sum: sumOf(signals, row) }))
  let best = sums[0]!
  for (const one of sums) if (one.sum > best.sum) best = one
  const rest = sums.reduce((total, { sum }) => total + Math.exp(sum - best.sum), 0)
  return { label: best.label, confidence: rounded(1 / rest) }
}

function sumOf({ values }: Signals, row: Readonly<Record<string, number>>): number {
  let sum = row['always'] ?? 0
  for (const [name, weight] of Object.entries(row)) sum += weight * (values.get(name) ?? 0)
  return sum
}
