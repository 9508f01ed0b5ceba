import { descend } from '../../server/lib/descend.ts'
import type { Fitted } from './write-heads.ts'

/** The learned shares of texts that were not learned from, with their labels. */
export interface Learned {
  shares: readonly ArrayLike<number>[]
  labels: readonly number[]
}

/** Temperature and offsets between what a head learned and how often it is right, by least log-loss. */
export function fitConfidence({ shares, labels }: Learned, balance: number): Pick<Fitted, 'temperature' | 'offsets'> {
  const classes = shares[0]!.length
  const logs = shares.map((share) => Float64Array.from(share, (value) => Math.log(value + 1e-9)))
  const weights = balancedWeights(labels, classes, balance)
  const at = new Float64Array(1 + classes)
  at[0] = 1
  descend(
    at,
    (point, gradient) => {
      gradient.fill(0)
      let loss = 0
      for (const [row, own] of logs.entries()) {
        const label = labels[row]!
        const scores = own.map((value, place) => value * point[0]! + point[1 + place]!)
        const most = Math.max(...scores)
        const sum = scores.reduce((total, score) => total + Math.exp(score - most), 0)
        loss += weights[label]! * (Math.log(sum) + most - scores[label]!)
        for (let place = 0; place < classes; place++) {
          const slope = weights[label]! * (Math.exp(scores[place]! - most) / sum - (place === label ? 1 : 0))
          gradient[0]! += slope * own[place]!
          gradient[1 + place]! += slope
        }
      }
      for (let place = 0; place < classes; place++) {
        loss += 0.5 * point[1 + place]! ** 2
        gradient[1 + place]! += point[1 + place]!
      }
      return loss
    },
    { iterations: 100, tolerance: 1e-9 },
  )
  return { temperature: rounded(1 / at[0]), offsets: Array.from(at.subarray(1), rounded) }
}

/** What to add to each label so that the mean of the recalls is highest; labels are moved in turns, in small steps. */
export function fitDecision(sets: readonly Learned[], classes: number, measure: (told: Told[][]) => number): number[] {
  const decision = Array.from({ length: classes }, () => 0)
  const valueOf = (offsets: readonly number[]) => measure(sets.map((set) => tell(set, offsets)))
  let best = valueOf(decision)
  for (let round = 0; round < 3; round++) {
    for (let label = 0; label < classes; label++) {
      for (let step = -8; step <= 8; step++) {
        const tried = decision.with(label, step * 0.1)
        const value = valueOf(tried)
        if (value > best + 5e-4) {
          best = value
          decision[label] = tried[label]!
        }
      }
    }
  }
  return decision.map(rounded)
}

interface Told {
  label: number
  said: number
}

function tell({ shares, labels }: Learned, offsets: readonly number[]): Told[] {
  return shares.map((share, row) => {
    let said = 0
    let most = -Infinity
    for (let label = 0; label < offsets.length; label++) {
      const lead = Math.log(share[label]! + 1e-9) + offsets[label]!
      if (lead > most) [most, said] = [lead, label]
    }
    return { label: labels[row]!, said }
  })
}

function balancedWeights(labels: readonly number[], classes: number, balance: number): Float64Array {
  const counts = new Float64Array(classes)
  for (const label of labels) counts[label]!++
  return counts.map((count) => (labels.length / (classes * Math.max(1, count))) ** balance)
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
