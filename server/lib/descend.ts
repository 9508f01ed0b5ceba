/** The loss at a point; its gradient is written into `gradient`. */
export type Loss = (at: Float64Array, gradient: Float64Array) => number

export interface Descent {
  iterations: number
  /** Ends when a step gains less than this share of the loss. */
  tolerance?: number
  /** Called after every step. */
  tell?: (iteration: number, loss: number) => void
}

/** Pairs of steps and changes of the gradient that are remembered. */
const memory = 8
const sufficient = 1e-4
const mostTries = 20

interface Pair {
  step: Float32Array
  change: Float32Array
  curvature: number
}

/** Walks down to a minimum, in place: limited-memory BFGS with a backtracking search (Nocedal and Wright, chapter 7). */
export function descend(at: Float64Array, loss: Loss, { iterations, tolerance = 1e-5, tell }: Descent): number {
  const size = at.length
  let gradient: Float64Array = new Float64Array(size)
  let nextGradient: Float64Array = new Float64Array(size)
  const direction = new Float64Array(size)
  const next = new Float64Array(size)
  const pairs: Pair[] = []
  let value = loss(at, gradient)
  for (let iteration = 0; iteration < iterations; iteration++) {
    pointDown(direction, gradient, pairs)
    const slope = dot(direction, gradient)
    if (slope >= 0) break
    let length = pairs.length === 0 ? Math.min(1, 1 / Math.sqrt(-slope)) : 1
    let nextValue = Infinity
    for (let tries = 0; tries < mostTries; tries++, length /= 2) {
      for (let place = 0; place < size; place++) next[place] = at[place]! + length * direction[place]!
      nextValue = loss(next, nextGradient)
      if (nextValue <= value + sufficient * length * slope) break
    }
    if (!(nextValue < value)) break
    remember(pairs, { at, next, gradient, nextGradient })
    at.set(next)
    ;[gradient, nextGradient] = [nextGradient, gradient]
    tell?.(iteration, nextValue)
    const isFlat = value - nextValue < tolerance * Math.abs(value)
    value = nextValue
    if (isFlat) break
  }
  return value
}

function remember(
  pairs: Pair[],
  {
    at,
    next,
    gradient,
    nextGradient,
  }: { at: Float64Array; next: Float64Array; gradient: Float64Array; nextGradient: Float64Array },
): void {
  const full = pairs.length === memory ? pairs.shift() : undefined
  const step = full?.step ?? new Float32Array(at.length)
  const change = full?.change ?? new Float32Array(at.length)
  for (let place = 0; place < at.length; place++) {
    step[place] = next[place]! - at[place]!
    change[place] = nextGradient[place]! - gradient[place]!
  }
  const curvature = dot(step, change)
  if (curvature > 1e-12) pairs.push({ step, change, curvature })
}

function pointDown(direction: Float64Array, gradient: Float64Array, pairs: readonly Pair[]): void {
  for (let place = 0; place < direction.length; place++) direction[place] = -gradient[place]!
  const shares: number[] = []
  for (const { step, change, curvature } of pairs.toReversed()) {
    const share = dot(direction, step) / curvature
    shares.push(share)
    add(direction, change, -share)
  }
  const last = pairs.at(-1)
  if (last) scale(direction, last.curvature / dot(last.change, last.change))
  for (const { step, change, curvature } of pairs) {
    add(direction, step, shares.pop()! - dot(direction, change) / curvature)
  }
}

type Numbers = Float64Array | Float32Array

function dot(a: Numbers, b: Numbers): number {
  let sum = 0
  for (let place = 0; place < a.length; place++) sum += a[place]! * b[place]!
  return sum
}

function add(to: Float64Array, from: Numbers, factor: number): void {
  for (let place = 0; place < to.length; place++) to[place]! += factor * from[place]!
}

function scale(numbers: Float64Array, factor: number): void {
  for (let place = 0; place < numbers.length; place++) numbers[place]! *= factor
}
