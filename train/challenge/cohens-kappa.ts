export interface Agreement {
  count: number
  /** Share of the pairs with the same label, from 0 to 1. */
  share: number
  /** 1 for the same throughout, 0 for no better than by chance; `NaN` where both know a single label. */
  kappa: number
}

/** Agreement of two labellings of the same texts, and what of it goes beyond chance (Cohen, 1960). */
export function agreementOf(pairs: readonly (readonly [string, string])[]): Agreement {
  const count = pairs.length
  const same = pairs.filter(([first, second]) => first === second).length
  const [firsts, seconds] = [shares(pairs.map(([first]) => first)), shares(pairs.map(([, second]) => second))]
  const byChance = [...firsts].reduce((sum, [label, share]) => sum + share * (seconds.get(label) ?? 0), 0)
  return { count, share: same / count, kappa: (same / count - byChance) / (1 - byChance) }
}

function shares(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1 / labels.length)
  return counts
}
