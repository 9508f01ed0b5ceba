/** What Adam remembers of each number: running means of its slope and of the square of it. */
export interface AdamMemory {
  means: Float32Array
  squares: Float32Array
}

export function freshMemory(size: number): AdamMemory {
  return { means: new Float32Array(size), squares: new Float32Array(size) }
}

/** How far a step goes: the rate, and what corrects the running means while they are young. */
export interface AdamStep {
  rate: number
  meanCorrection: number
  squareCorrection: number
}

const meanDecay = 0.9
const squareDecay = 0.999
const smallest = 1e-8

/** The `number`th step, from 1, at a rate. */
export function adamStep(number: number, rate: number): AdamStep {
  return { rate, meanCorrection: 1 - meanDecay ** number, squareCorrection: 1 - squareDecay ** number }
}

/** A stretch of numbers with their slopes; the slopes may lie elsewhere than the numbers. */
export interface Stretch {
  numbers: Float32Array
  memory: AdamMemory
  at: number
  slopes: Float32Array
  slopesAt: number
  length: number
}

/** All of some numbers, each with the slope at its own place. */
export function whole(numbers: Float32Array, memory: AdamMemory, slopes: Float32Array): Stretch {
  return { numbers, memory, at: 0, slopes, slopesAt: 0, length: numbers.length }
}

/** Moves a stretch of numbers against their slopes (Kingma and Ba, 2015). */
export function applyAdam(step: AdamStep, { numbers, memory, at, slopes, slopesAt, length }: Stretch): void {
  const { means, squares } = memory
  const rate = step.rate / step.meanCorrection
  for (let index = 0; index < length; index++) {
    const slope = slopes[slopesAt + index]!
    const mean = meanDecay * means[at + index]! + (1 - meanDecay) * slope
    const square = squareDecay * squares[at + index]! + (1 - squareDecay) * slope * slope
    means[at + index] = mean
    squares[at + index] = square
    numbers[at + index]! -= (rate * mean) / (Math.sqrt(square / step.squareCorrection) + smallest)
  }
}
