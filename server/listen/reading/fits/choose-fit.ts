import { learnFit, type Answer } from './learn-fit.ts'
import type { Fit } from './fit.ts'
import { surprise } from './score-fit.ts'

/** Every fourth answer is held back from learning, to tell before from after. */
const heldOneIn = 4

/** Answers to learn from and answers held back. Near-duplicates share a key and so never stand on both sides. */
export function holdBack<One extends { key: number }>(answers: readonly One[], oneIn = heldOneIn): [One[], One[]] {
  return [answers.filter(({ key }) => key % oneIn !== 0), answers.filter(({ key }) => key % oneIn === 0)]
}

/**
 * Learns a refit of the calibration and one with a head, and takes the one that a part of the answers, kept aside for
 * this, is surprised least by. Few answers often carry no more than a calibration.
 */
export function chooseFit(
  answers: readonly (Answer & { key: number })[],
  labels: readonly string[],
): { fit: Fit; kind: 'calibration' | 'head' } {
  const [learned, aside] = holdBack(
    answers.map((answer) => ({ ...answer, key: Math.floor(answer.key / heldOneIn) })),
    5,
  )
  const [plain, head] = [false, true].map((withHead) => surprise(aside, learnFit(learned, { labels, withHead })))
  const withHead = head! < plain!
  return { fit: learnFit(answers, { labels, withHead }), kind: withHead ? 'head' : 'calibration' }
}
