import { productCount } from '../../server/listen/reading/net/net-shape.ts'
import { adamStep } from './adam.ts'
import type { Example } from './example.ts'
import type { Dropout } from './learn-batch.ts'
import { learnBatch, startLearner } from './learn-batch.ts'
import type { NetModel } from './net-model.ts'
import type { Random } from './random.ts'
import { shuffle } from './random.ts'
import { openWorkspace } from './workspace.ts'

export interface Lesson {
  /** The place of the head that the examples teach. */
  head: number
  examples: readonly Example[]
  /** How often each example is seen in one pass. */
  times: number
}

export interface Course {
  lessons: readonly Lesson[]
  passes: number
  batchSize: number
  /** The first rate; it falls to nothing in a straight line. */
  rate: number
  dropout: Dropout
  random: Random
  /** Told after each pass. */
  onPass?: (pass: number, loss: number) => void
}

/** Teaches a net, in place. */
export function trainNet(model: NetModel, course: Course): void {
  const { lessons, passes, batchSize, random } = course
  const longest = lessons.reduce(
    (most, { examples }) => examples.reduce((sofar, { words }) => Math.max(sofar, words.length), most),
    1,
  )
  const space = openWorkspace(batchSize * longest, batchSize * productCount)
  const learner = startLearner({ model, space, dropout: course.dropout, random })
  const steps =
    passes * lessons.reduce((sum, { examples, times }) => sum + Math.ceil(examples.length / batchSize) * times, 0)
  let done = 0
  for (let pass = 1; pass <= passes; pass++) {
    const batches = shuffle(
      lessons.flatMap((lesson) => batchesOf(lesson, batchSize, random)),
      random,
    )
    let loss = 0
    for (const { head, examples } of batches) {
      loss += learnBatch(learner, head, examples, adamStep(done + 1, course.rate * (1 - done / steps)))
      done++
    }
    course.onPass?.(pass, loss / batches.length)
  }
}

/** Posts of like length together, each lesson's in another order each time. */
function batchesOf({ head, examples, times }: Lesson, size: number, random: Random) {
  return Array.from({ length: times }).flatMap(() => {
    const sorted = shuffle([...examples], random)
      .map((example) => ({ example, length: example.words.length + 4 * random() }))
      .toSorted((a, b) => a.length - b.length)
      .map(({ example }) => example)
    return Array.from({ length: Math.ceil(sorted.length / size) }, (_, index) => ({
      head,
      examples: sorted.slice(index * size, (index + 1) * size),
    }))
  })
}
