import { unitCount, vectorSize } from '../../server/listen/reading/net/net-shape.ts'
import { scoresOf, softmax } from './head-slopes.ts'
import type { NetModel } from './net-model.ts'
import { emptyPooled, poolPost } from './pool-post.ts'
import type { Workspace } from './workspace.ts'

/** What the units of a net in training answer to a post, nothing left out. */
export function unitsOf(model: NetModel, space: Workspace, words: Int32Array): Float32Array {
  for (const [row, word] of words.entries()) {
    space.vectors.set(model.vectors.subarray(word * vectorSize, (word + 1) * vectorSize), row * vectorSize)
  }
  space.filters.set(model.filters)
  space.multiply(words.length)
  const pooled = emptyPooled()
  poolPost(
    space.products,
    words.map((_, row) => row),
    pooled,
  )
  return pooled.values.map((value, unit) => Math.max(0, value + model.offsets[unit]!))
}
