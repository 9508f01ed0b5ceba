/** A share of 0 to 1 with an interval. */
export interface Estimated {
  share: number
  low: number
  high: number
}

const deviations = 1.959_964

/**
 * The share of `hits` among `tries` and the interval that holds the true share in 95 of 100 cases. Wilson, Journal of
 * the American Statistical Association 22 (1927). Without tries it may be anything.
 */
export function estimateShare(hits: number, tries: number): Estimated {
  if (tries === 0) return { share: 0, low: 0, high: 1 }
  const share = hits / tries
  const square = deviations ** 2
  const middle = (share + square / (2 * tries)) / (1 + square / tries)
  const spread =
    (deviations / (1 + square / tries)) * Math.sqrt((share * (1 - share)) / tries + square / (4 * tries ** 2))
  return {
    share,
    low: Math.max(0, Math.min(share, middle - spread)),
    high: Math.min(1, Math.max(share, middle + spread)),
  }
}
