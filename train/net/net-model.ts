import { productCount, unitCount, vectorSize } from '../../server/listen/reading/net/net-shape.ts'
import type { Random } from './random.ts'

/** All numbers of a net while it is trained. */
export interface NetModel {
  /** A row of `vectorSize` for each word. */
  vectors: Float32Array<ArrayBuffer>
  /** A row of `vectorSize` for each product. */
  filters: Float32Array<ArrayBuffer>
  /** One for each unit. */
  offsets: Float32Array<ArrayBuffer>
  heads: HeadModel[]
}

export interface HeadModel {
  name: string
  labels: readonly string[]
  /** A row of `unitCount` for each label. */
  weights: Float32Array<ArrayBuffer>
  /** One for each label. */
  offsets: Float32Array<ArrayBuffer>
}

export function freshModel(
  vectors: Float32Array<ArrayBuffer>,
  heads: readonly Pick<HeadModel, 'name' | 'labels'>[],
  random: Random,
): NetModel {
  const spread = (size: number, width: number) => Float32Array.from({ length: size }, () => (2 * random() - 1) * width)
  return {
    vectors,
    filters: spread(productCount * vectorSize, 0.06),
    offsets: new Float32Array(unitCount),
    heads: heads.map(({ name, labels }) => ({
      name,
      labels,
      weights: spread(labels.length * unitCount, 0.06),
      offsets: new Float32Array(labels.length),
    })),
  }
}
