/**
 * What two voices say of one head as one: the geometric mean of their probabilities, to `weight` that of the second. Both
 * have the labels in the same order.
 */
export function mixShares(first: ArrayLike<number>, second: ArrayLike<number>, weight: number): Float64Array {
  let sum = 0
  const mixed = Float64Array.from(first, (share, label) => {
    const power = Math.exp((1 - weight) * Math.log(share + smallest) + weight * Math.log(second[label]! + smallest))
    sum += power
    return power
  })
  return mixed.map((power) => power / sum)
}

/** Keeps a voice that rules a label out from ruling it out alone. */
const smallest = 1e-9
