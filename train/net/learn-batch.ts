import { filtersPerWidth, unitCount, unknownWord, vectorSize } from '../../server/listen/reading/net/net-shape.ts'
import type { AdamMemory, AdamStep } from './adam.ts'
import { applyAdam, freshMemory, whole } from './adam.ts'
import type { Example } from './example.ts'
import { headSlopes } from './head-slopes.ts'
import type { NetModel } from './net-model.ts'
import type { Pooled } from './pool-post.ts'
import { emptyPooled, poolPost } from './pool-post.ts'
import type { Random } from './random.ts'
import type { Workspace } from './workspace.ts'

/** Shares that are left out while learning, so that the net does not lean on single words or units. */
export interface Dropout {
  words: number
  units: number
}

/** A net with what its training remembers. */
export interface Learner {
  model: NetModel
  memory: {
    vectors: AdamMemory
    filters: AdamMemory
    offsets: AdamMemory
    heads: Record<'weights' | 'offsets', AdamMemory>[]
  }
  space: Workspace
  dropout: Dropout
  random: Random
  /** The row of each word in the batch at hand, -1 for the others. */
  rowOf: Int32Array
}

export function startLearner(parts: Pick<Learner, 'model' | 'space' | 'dropout' | 'random'>): Learner {
  const { vectors, filters, offsets, heads } = parts.model
  return {
    ...parts,
    memory: {
      vectors: freshMemory(vectors.length),
      filters: freshMemory(filters.length),
      offsets: freshMemory(offsets.length),
      heads: heads.map((head) => ({
        weights: freshMemory(head.weights.length),
        offsets: freshMemory(head.offsets.length),
      })),
    },
    rowOf: new Int32Array(vectors.length / vectorSize).fill(-1),
  }
}

/** One step of learning from a batch of one head. Answers with the loss of the batch. */
export function learnBatch(learner: Learner, headPlace: number, batch: readonly Example[], step: AdamStep): number {
  const { model, space, memory } = learner
  const head = model.heads[headPlace]!
  const { rows, words } = layOut(learner, batch)
  space.filters.set(model.filters)
  space.multiply(words.length)
  const slopes = headSlopes(head)
  const offsetSlopes = new Float32Array(unitCount)
  const pooled = emptyPooled()
  let loss = 0
  for (const [index, example] of batch.entries()) {
    poolPost(space.products, rows[index]!, pooled)
    const units = liveUnits(pooled, learner)
    loss += slopes.add(units, example.target, 1 / batch.length)
    noteUnits(space, rows[index]!, pooled, {
      units,
      slopes: slopes.ofUnits,
      offsetSlopes,
      kept: 1 / (1 - learner.dropout.units),
    })
  }
  space.gatherSlopes(words.length)
  const headMemory = memory.heads[headPlace]!
  applyAdam(step, whole(model.filters, memory.filters, space.filterSlopes))
  applyAdam(step, whole(model.offsets, memory.offsets, offsetSlopes))
  applyAdam(step, whole(head.weights, headMemory.weights, slopes.ofWeights))
  applyAdam(step, whole(head.offsets, headMemory.offsets, slopes.ofOffsets))
  for (const [row, word] of words.entries()) {
    const own = whole(model.vectors, memory.vectors, space.vectorSlopes)
    applyAdam(step, { ...own, at: word * vectorSize, slopesAt: row * vectorSize, length: vectorSize })
  }
  return loss / batch.length
}

/** Gives each different word of the batch a row, with its vector; some words are taken for unknown ones. */
function layOut({ model, space, dropout, random, rowOf }: Learner, batch: readonly Example[]) {
  const words: number[] = []
  const rows = batch.map((example) =>
    example.words.map((written, place) => {
      const isEdge = place === 0 || place === example.words.length - 1
      const word = !isEdge && random() < dropout.words ? unknownWord : written
      if (rowOf[word]! < 0) {
        rowOf[word] = words.length
        space.vectors.set(model.vectors.subarray(word * vectorSize, (word + 1) * vectorSize), words.length * vectorSize)
        words.push(word)
      }
      return rowOf[word]!
    }),
  )
  for (const word of words) rowOf[word] = -1
  return { rows, words }
}

/** What the units answer: nothing below zero, some silenced, the others louder to make up for them. */
function liveUnits({ values }: Pooled, { model, dropout, random }: Learner): Float32Array {
  const kept = 1 / (1 - dropout.units)
  return values.map((value, unit) => {
    const answer = value + model.offsets[unit]!
    return answer > 0 && random() >= dropout.units ? answer * kept : 0
  })
}

interface UnitSlopes {
  units: Float32Array
  slopes: Float32Array
  offsetSlopes: Float32Array
  /** What the live units were made louder by. */
  kept: number
}

/** Hands each live unit's slope down to the products that its largest sum was made of. */
function noteUnits(
  space: Workspace,
  rows: Int32Array,
  { places }: Pooled,
  { units, slopes, offsetSlopes, kept }: UnitSlopes,
): void {
  for (let unit = 0; unit < unitCount; unit++) {
    if (units[unit] === 0) continue
    const slope = slopes[unit]! * kept
    offsetSlopes[unit]! += slope
    const width = Math.floor(unit / filtersPerWidth)
    const product = firstProducts[width]! + (unit % filtersPerWidth)
    for (let word = 0; word <= width; word++) {
      space.noteSlope(rows[places[unit]! + word]!, product + word * filtersPerWidth, slope)
    }
  }
}

/** Where the products of width one, two and three begin. */
const firstProducts = [0, filtersPerWidth, 3 * filtersPerWidth]
