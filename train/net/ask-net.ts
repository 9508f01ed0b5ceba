import { vectorSize } from '../../server/listen/reading/net/net-shape.ts'
import type { NetModel } from './net-model.ts'
import { emptyPooled, poolPost } from './pool-post.ts'
import { openWorkspace } from './workspace.ts'

const postsAtOnce = 64

/** What the units of a net answer to each post, nothing left out; `see` is told in the order of the posts. */
export function askNet(
  model: NetModel,
  posts: readonly Int32Array[],
  see: (units: Float32Array, post: number) => void,
): void {
  const longest = posts.reduce((most, { length }) => Math.max(most, length), 0)
  const space = openWorkspace(postsAtOnce * longest, 0)
  space.filters.set(model.filters)
  const pooled = emptyPooled()
  for (let first = 0; first < posts.length; first += postsAtOnce) {
    let rows = 0
    const batch = posts.slice(first, first + postsAtOnce).map((words) =>
      words.map((word) => {
        space.vectors.set(model.vectors.subarray(word * vectorSize, (word + 1) * vectorSize), rows * vectorSize)
        return rows++
      }),
    )
    space.multiply(rows)
    for (const [index, own] of batch.entries()) {
      poolPost(space.products, own, pooled)
      const units = pooled.values.map((value, unit) => Math.max(0, value + model.offsets[unit]!))
      see(units, first + index)
    }
  }
}
