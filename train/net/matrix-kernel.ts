import { assembleModule } from './assemble-module.ts'
import { instructions as i } from './instructions.ts'

/** How many columns {@link MatrixKernel.products} makes in one call. */
export const columnsAtOnce = 32

/**
 * The two inner loops of the training, four numbers at a time. Offsets are bytes into `memory`. WebAssembly says what
 * each step rounds to, so every machine comes to the same bits.
 */
export interface MatrixKernel {
  memory: WebAssembly.Memory
  /** `out[r][c] = Σ left[r][k] · right[k][c]` for 32 columns; `stride` is the bytes between rows of `right` and `out`. */
  products(left: number, right: number, out: number, rows: number, depth: number, stride: number): void
  /**
   * For each of `count` entries (two byte offsets `a`, `b`, a factor `g`, four bytes of nothing): `leftSum[a] += g · right[b]` and
   * `rightSum[b] += g · left[a]`, over rows of `quads` times four numbers.
   */
  scatter(
    list: number,
    count: number,
    left: number,
    right: number,
    leftSum: number,
    rightSum: number,
    quads: number,
  ): void
}

/** A kernel with so many bytes of memory. */
export function openKernel(bytes: number): MatrixKernel {
  const pages = Math.ceil(bytes / 65_536)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const module = new WebAssembly.Module(
    assembleModule([
      { name: 'products', parameters: 6, integers: 2, vectors: 9, body: productsBody() },
      { name: 'scatter', parameters: 7, integers: 5, vectors: 1, body: scatterBody() },
    ]),
  )
  const { exports } = new WebAssembly.Instance(module, { kernel: { memory } })
  const { products, scatter } = exports as unknown as Omit<MatrixKernel, 'memory'>
  return { memory, products, scatter }
}

function productsBody(): number[] {
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
