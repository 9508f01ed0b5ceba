/** What holds, and what a reader said. */
export interface Said {
  held: string
  said: string
}

export interface Score {
  count: number
  /** Mean over the labels that hold somewhere of 2·right / (said + held), from 0 to 1; a label never said has 0. */
  macroF1: number
  accuracy: number
  /** Share of `unknown`, which is never right and costs the label that holds. */
  abstained: number
}

/** How well a reader did. `NaN` throughout where there is nothing to score. */
export function scoreLabels(all: readonly Said[]): Score {
  const labels = [...new Set(all.map(({ held }) => held))]
  const f1s = labels.map((label) => {
    const [held, said] = [countIn(all, (it) => it.held === label), countIn(all, (it) => it.said === label)]
    return (2 * countIn(all, (it) => it.held === label && it.said === label)) / (held + said)
  })
  return {
    count: all.length,
    macroF1: f1s.reduce((sum, f1) => sum + f1, 0) / labels.length,
    accuracy: countIn(all, ({ held, said }) => held === said) / all.length,
    abstained: countIn(all, ({ said }) => said === 'unknown') / all.length,
  }
}

export interface Endings {
  /** How often `thanks` was said, and rightly. */
  thanksSaid: number
  thanksRight: number
  thanksHeld: number
  /** Matters that are not over; taken for an end, the worst mistake of all. */
  failing: number
  failingTakenForThanks: number
}

/** What the desk fears: an end that is none. */
export function scoreEndings(all: readonly Said[]): Endings {
  return {
    thanksSaid: countIn(all, ({ said }) => said === 'thanks'),
    thanksRight: countIn(all, ({ held, said }) => said === 'thanks' && held === 'thanks'),
    thanksHeld: countIn(all, ({ held }) => held === 'thanks'),
    failing: countIn(all, ({ held }) => held === 'still_failing'),
    failingTakenForThanks: countIn(all, ({ held, said }) => said === 'thanks' && held === 'still_failing'),
  }
}

function countIn(all: readonly Said[], is: (one: Said) => boolean): number {
  return all.filter(is).length
}
