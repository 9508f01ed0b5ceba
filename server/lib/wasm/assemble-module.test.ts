import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assembleModule } from './assemble-module.ts'
import { instructions as i } from './instructions.ts'
import { columnsAtOnce, productsRoutine } from './products-routine.ts'

function open(routines: Parameters<typeof assembleModule>[0], name: string) {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 })
  const module = new WebAssembly.Module(assembleModule(routines))
  const { exports } = new WebAssembly.Instance(module, { kernel: { memory } })
  return { memory, run: exports[name] as (...of: number[]) => void }
}

describe('an assembled module', () => {
  test.each([0, 1, 63, 64, 127, 128, 8_191, 8_192, 65_000])('adds the constant %i', (constant) => {
    const body = [...i.addConstant(0, constant), ...i.get(1), ...i.loadSplat(0), ...i.set(2)]
    const store = [...i.get(0), ...i.get(2), ...i.storeVector(0)]
    const routine = { name: 'move', parameters: 2, integers: 0, vectors: 1, body: [...body, ...store] }
    const { memory, run } = open([routine], 'move')
    new Float32Array(memory.buffer)[2] = 1.5
    run(0, 8)
    expect([...new Float32Array(memory.buffer, constant - (constant % 4), 4)].some((value) => value !== 0)).toBe(true)
    expect(new DataView(memory.buffer).getFloat32(constant, true)).toBe(1.5)
  })

  test('multiplies matrices of any size as loops do', () => {
    const { memory, run } = open([productsRoutine], 'products')
    const size = fc.integer({ min: 1, max: 6 })
    const number = fc.float({ noNaN: true, min: -100, max: 100 })
    const numbers = fc.array(number, { minLength: 6 * columnsAtOnce, maxLength: 6 * columnsAtOnce })
    fc.assert(
      fc.property(size, size, numbers, (rows, depth, values) => {
        const left = new Float32Array(memory.buffer, 0, rows * depth).map((_, at) => values[at]!)
        new Float32Array(memory.buffer).set(left)
        const right = new Float32Array(memory.buffer, 1_024, depth * columnsAtOnce)
        right.set(values.slice(0, right.length))
        const out = new Float32Array(memory.buffer, 16_384, rows * columnsAtOnce)
        run(0, right.byteOffset, out.byteOffset, rows, depth, columnsAtOnce * 4)
        for (let cell = 0; cell < out.length; cell++) {
          let sum = 0
          for (let at = 0; at < depth; at++) {
            const product = Math.fround(
              left[Math.floor(cell / columnsAtOnce) * depth + at]! *
                right[at * columnsAtOnce + (cell % columnsAtOnce)]!,
            )
            sum = Math.fround(sum + product)
          }
          expect(out[cell]).toBe(sum)
        }
      }),
      { numRuns: 30 },
    )
  })
})
