import { describe, expect, test } from 'vitest'
import { columnsAtOnce } from '../../server/lib/wasm/products-routine.ts'
import { openKernel } from './matrix-kernel.ts'

const rows = 7
const depth = 12
const columns = 2 * columnsAtOnce

function laidOut() {
  const kernel = openKernel(100_000)
  let at = 0
  const take = (size: number, fill: (index: number) => number) => {
    const piece = new Float32Array(kernel.memory.buffer, at, size)
    at += size * 4
    return piece.map((_, index) => (piece[index] = fill(index))) && piece
  }
  return { kernel, take }
}

describe('the kernel', () => {
  test('multiplies matrices, 32 columns at once', () => {
    const { kernel, take } = laidOut()
    const left = take(rows * depth, (index) => Math.sin(index))
    const right = take(depth * columns, (index) => Math.cos(index * 3))
    const out = take(rows * columns, () => 9)
    for (let column = 0; column < columns; column += columnsAtOnce) {
      const places = [left.byteOffset, right.byteOffset + column * 4, out.byteOffset + column * 4] as const
      kernel.products(...places, rows, depth, columns * 4)
    }
    for (let cell = 0; cell < out.length; cell++) {
      const row = Math.floor(cell / columns)
      let sum = 0
      for (let k = 0; k < depth; k++) sum += left[row * depth + k]! * right[k * columns + (cell % columns)]!
      expect(out[cell]).toBeCloseTo(sum, 5)
    }
  })

  test('hands slopes down to both sides of a product', () => {
    const { kernel, take } = laidOut()
    const left = take(rows * depth, (index) => index)
    const right = take(rows * depth, (index) => 100 - index)
    const leftSum = take(rows * depth, () => 0)
    const rightSum = take(rows * depth, () => 0)
    const notes = take(8, () => 0)
    const list = new Int32Array(notes.buffer, notes.byteOffset, notes.length)
    list.set([2 * depth * 4, 3 * depth * 4], 0)
    list.set([0, 3 * depth * 4], 4)
    notes[2] = 0.5
    notes[6] = 2
    const places = [left, right, leftSum, rightSum].map(({ byteOffset }) => byteOffset)
    const [first, second, third, fourth] = places as [number, number, number, number]
    kernel.scatter(notes.byteOffset, 2, first, second, third, fourth, depth / 4)
    for (let k = 0; k < depth; k++) {
      expect(leftSum[2 * depth + k]).toBeCloseTo(0.5 * right[3 * depth + k]!, 5)
      expect(leftSum[k]).toBeCloseTo(2 * right[3 * depth + k]!, 5)
      expect(rightSum[3 * depth + k]).toBeCloseTo(0.5 * left[2 * depth + k]! + 2 * left[k]!, 5)
      expect(rightSum[k]).toBe(0)
    }
  })
})
