import { assembleModule } from '../../server/lib/wasm/assemble-module.ts'
import { instructions as i } from '../../server/lib/wasm/instructions.ts'
import type { Products } from '../../server/lib/wasm/products-routine.ts'
import { productsRoutine } from '../../server/lib/wasm/products-routine.ts'

/**
 * The two inner loops of the training, four numbers at a time. Offsets are bytes into `memory`. WebAssembly says what
 * each step rounds to, so every machine comes to the same bits.
 */
export interface MatrixKernel {
  memory: WebAssembly.Memory
  products: Products
  /**
   * For each of `count` entries (two byte offsets `a`, `b`, a factor `g`, four bytes of nothing): `leftSum[a] += g · right[b]` and
   * `rightSum[b] += g · left[a]`, over rows of `quads` times four numbers.
   */
  scatter: (
    ...of: [list: number, count: number, left: number, right: number, leftSum: number, rightSum: number, quads: number]
  ) => void
}

/** A kernel with so many bytes of memory. */
export function openKernel(bytes: number): MatrixKernel {
  const pages = Math.ceil(bytes / 65_536)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const module = new WebAssembly.Module(
    assembleModule([productsRoutine, { name: 'scatter', parameters: 7, integers: 5, vectors: 1, body: scatterBody() }]),
  )
  const { exports } = new WebAssembly.Instance(module, { kernel: { memory } })
  const { products, scatter } = exports as unknown as Omit<MatrixKernel, 'memory'>
  return { memory, products, scatter }
}

function scatterBody(): number[] {
  const [list, count, left, right, leftSum, rightSum, quads] = [0, 1, 2, 3, 4, 5, 6]
  const [countdown, leftAt, rightAt, leftSumAt, rightSumAt, factor] = [7, 8, 9, 10, 11, 12]
  const point = (to: number, base: number, offset: number) => [
    ...i.get(base),
    ...i.get(list),
    ...i.loadInteger(offset),
    ...i.addIntegers,
    ...i.set(to),
  ]
  const addTimes = (sum: number, from: number) => [
    ...i.get(sum),
    ...i.get(sum),
    ...i.loadVector(0),
    ...i.get(factor),
    ...i.get(from),
    ...i.loadVector(0),
    ...i.multiplyVectors,
    ...i.addVectors,
    ...i.storeVector(0),
  ]
  return i.loop([
    ...point(leftAt, left, 0),
    ...point(leftSumAt, leftSum, 0),
    ...point(rightAt, right, 4),
    ...point(rightSumAt, rightSum, 4),
    ...i.get(list),
    ...i.loadSplat(8),
    ...i.set(factor),
    ...i.get(quads),
    ...i.set(countdown),
    ...i.loop([
      ...addTimes(leftSumAt, rightAt),
      ...addTimes(rightSumAt, leftAt),
      ...[leftAt, rightAt, leftSumAt, rightSumAt].flatMap((local) => i.addConstant(local, 16)),
      ...i.countDown(countdown),
    ]),
    ...i.addConstant(list, 16),
    ...i.countDown(count),
  ])
}
