import type { Routine } from '../../../lib/wasm/assemble-module.ts'
import { instructions as i } from '../../../lib/wasm/instructions.ts'
import { filtersPerWidth as filters } from './net-shape.ts'

/**
 * The largest sums of a post, in numbers of 16 bits. `list` holds the places of the tables of its words, with those of the
 * start and the end, `words` counts them without these two; `out` takes one number for each unit. All places are bytes
 * into the memory.
 */
export type Pool = (list: number, words: number, out: number) => void

/** What fits into one vector. */
const units = 8
const bytes = 2

const [list, words, out, blocks, shift, at, countdown, before, word, after] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const [single, pair, triple] = [10, 11, 12]

export const poolRoutine: Routine = { name: 'pool', parameters: 3, integers: 7, vectors: 3, body: body() }

/** Goes over the post once for every eight filters of each width. */
function body(): number[] {
  return [
    ...i.addConstant(blocks, filters / units),
    ...i.loop([
      ...[single, pair, triple].flatMap((local) => [...i.smallestShorts, ...i.set(local)]),
      ...i.get(list),
      ...i.set(at),
      ...i.get(words),
      ...i.set(countdown),
      ...i.loop(lookAtWord()),
      ...[single, pair, triple].flatMap((local, width) => [
        ...i.get(out),
        ...i.get(local),
        ...i.storeVector(width * filters * bytes),
      ]),
      ...i.addConstant(out, units * bytes),
      ...i.addConstant(shift, units * bytes),
      ...i.countDown(blocks),
    ]),
  ]
}

/** A word alone, with the one after it, and with both its neighbours. */
function lookAtWord(): number[] {
  return [
    ...findTable(before, 0),
    ...findTable(word, 4),
    ...findTable(after, 8),
    ...keepLarger(single, product(word, 0)),
    ...keepLarger(pair, [...product(word, 1), ...product(after, 2), ...i.addShorts]),
    ...keepLarger(triple, [
      ...product(before, 3),
      ...product(word, 4),
      ...i.addShorts,
      ...product(after, 5),
      ...i.addShorts,
    ]),
    ...i.addConstant(at, 4),
    ...i.countDown(countdown),
  ]
}

function findTable(local: number, offset: number): number[] {
  return [...i.get(at), ...i.loadInteger(offset), ...i.get(shift), ...i.addIntegers, ...i.set(local)]
}

function product(local: number, kind: number): number[] {
  return [...i.get(local), ...i.loadVector(kind * filters * bytes)]
}

function keepLarger(local: number, value: readonly number[]): number[] {
  return [...i.get(local), ...value, ...i.largerShorts, ...i.set(local)]
}
