import type { Routine } from './assemble-module.ts'
import { instructions as i } from './instructions.ts'

/** How many columns one call makes. */
export const columnsAtOnce = 32

/**
 * `out[r][c] = Σ left[r][k] · right[k][c]` for 32 columns of floats. Places are bytes into the memory; `stride` is the
 * bytes between rows of `right` and of `out`. WebAssembly says what each step rounds to: all machines come to the same bits.
 */
export type Products = (
  ...of: [left: number, right: number, out: number, rows: number, depth: number, stride: number]
) => void

export const productsRoutine: Routine = { name: 'products', parameters: 6, integers: 2, vectors: 9, body: body() }

function body(): number[] {
  const [left, right, out, rows, depth, stride, countdown, from] = [0, 1, 2, 3, 4, 5, 6, 7]
  const factor = 8
  const sums = Array.from({ length: columnsAtOnce / 4 }, (_, index) => ({ local: 9 + index, at: index * 16 }))
  return i.loop([
    ...sums.flatMap(({ local }) => [...i.zeroVector, ...i.set(local)]),
    ...i.get(depth),
    ...i.set(countdown),
    ...i.get(right),
    ...i.set(from),
    ...i.loop([
      ...i.get(left),
      ...i.loadSplat(0),
      ...i.set(factor),
      ...sums.flatMap(({ local, at }) => [
        ...i.get(local),
        ...i.get(factor),
        ...i.get(from),
        ...i.loadVector(at),
        ...i.multiplyVectors,
        ...i.addVectors,
        ...i.set(local),
      ]),
      ...i.addConstant(left, 4),
      ...i.addLocal(from, stride),
      ...i.countDown(countdown),
    ]),
    ...sums.flatMap(({ local, at }) => [...i.get(out), ...i.get(local), ...i.storeVector(at)]),
    ...i.addLocal(out, stride),
    ...i.countDown(rows),
  ])
}
