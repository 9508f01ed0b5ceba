import { unitCount } from '../../server/listen/reading/net/net-shape.ts'
import type { HeadModel } from './net-model.ts'

/** The slopes of one head, added up over a batch. */
export interface HeadSlopes {
  ofWeights: Float32Array
  ofOffsets: Float32Array
  /** Of the units of the post that was added last. */
  ofUnits: Float32Array
  /** Adds a post at a share; answers with its loss (cross entropy). */
  add(units: Float32Array, target: Float32Array, share: number): number
}

export function headSlopes(head: HeadModel): HeadSlopes {
  const ofWeights = new Float32Array(head.weights.length)
  const ofOffsets = new Float32Array(head.offsets.length)
  const ofUnits = new Float32Array(unitCount)
  const add = (units: Float32Array, target: Float32Array, share: number) => {
    const probabilities = softmax(scoresOf(head, units))
    const weight = target.reduce((sum, part) => sum + part, 0)
    ofUnits.fill(0)
    let loss = 0
    for (const [label, probability] of probabilities.entries()) {
      const slope = (probability * weight - target[label]!) * share
      loss -= target[label]! * Math.log(Math.max(probability, 1e-9))
      ofOffsets[label]! += slope
      const row = label * unitCount
      for (let unit = 0; unit < unitCount; unit++) {
        const answer = units[unit]!
        if (answer === 0) continue
        ofWeights[row + unit]! += slope * answer
        ofUnits[unit]! += slope * head.weights[row + unit]!
      }
    }
    return loss
  }
  return { ofWeights, ofOffsets, ofUnits, add }
}

export function scoresOf({ weights, offsets }: HeadModel, units: Float32Array): Float32Array {
  return offsets.map((offset, label) => {
    let score = offset
    for (let unit = 0, at = label * unitCount; unit < unitCount; unit++, at++) score += weights[at]! * units[unit]!
    return score
  })
}

export function softmax(scores: Float32Array): Float32Array {
  const largest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - largest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
