/** What leaving out a term would mean. */
export interface Effect {
  term: string
  isPair: boolean
  /** Other matches that hold it, by their ids. */
  removes: string[]
  removesRight: number
  removesWrong: number
  /** The share of posts that the query does not find which hold it. */
  commonness: number
}

/** The fewer right ones go, and the more wrong ones, the better; then the fewer of which nobody said anything. */
const weigh = { wrong: 3, right: -10, unknown: -5, common: -10, seenElsewhere: 0.5, oneWord: 0.25 }
/** A term that takes away more of the matches than this is no exclusion, but another query. */
const mostShare = 0.5

/**
 * Terms to leave out, the best first. A term that stands nowhere else is worse than one
 * that does: it leaves out this post alone. A pair that does the same as one of its words is left out.
 */
export function rankExclusions(effects: readonly Effect[], matches: number): Effect[] {
  const ranked = effects
    .filter(({ removes }) => removes.length <= matches * mostShare)
    .map((effect) => ({ effect, score: scoreOf(effect, matches) }))
    .toSorted((a, b) => b.score - a.score || (a.effect.term < b.effect.term ? -1 : 1))
    .map(({ effect }) => effect)
  const words = new Set<string>()
  return ranked.filter((effect) => {
    if (effect.isPair) return !effect.term.split(' ').some((word) => words.has(sayEffect(word, effect)))
    words.add(sayEffect(effect.term, effect))
    return true
  })
}

function sayEffect(word: string, { removes }: Effect): string {
  return `${word} ${removes.join()}`
}

function scoreOf(effect: Effect, matches: number): number {
  const { isPair, removes, removesRight, removesWrong, commonness } = effect
  const unknown = (removes.length - removesRight - removesWrong) / Math.max(1, matches)
  const isSeenElsewhere = removes.length > 0 || commonness > 0
  return (
    weigh.wrong * removesWrong +
    weigh.right * removesRight +
    weigh.unknown * unknown +
    weigh.common * commonness +
    (isSeenElsewhere ? weigh.seenElsewhere : 0) +
    (isPair ? 0 : weigh.oneWord)
  )
}
