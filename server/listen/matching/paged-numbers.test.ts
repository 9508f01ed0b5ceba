import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { makePagedNumbers, offsetAt, pageAt, pageNumberOf, releasePages, reserve, turnPages } from './paged-numbers.ts'
import type { PagedNumbers } from './paged-numbers.ts'

function write(numbers: PagedNumbers, size: number, value: number): number {
  const address = reserve(numbers, size)
  pageAt(numbers, address).fill(value, offsetAt(address), offsetAt(address) + size)
  return address
}

function read(numbers: PagedNumbers, address: number, size: number): Set<number> {
  return new Set(pageAt(numbers, address).subarray(offsetAt(address), offsetAt(address) + size))
}

test('blocks of any size keep what was written, none over another, none at address 0', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(65_535, 65_536, 90_000))),
      (sizes) => {
        const numbers = makePagedNumbers()
        const blocks = sizes.map((size, at) => ({ size, value: at + 1, address: write(numbers, size, at + 1) }))
        for (const { address, size, value } of blocks) {
          expect(address).not.toBe(0)
          expect(read(numbers, address, size)).toEqual(new Set([value]))
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('after a turn new blocks go to other pages, and released pages are filled again', () => {
  const numbers = makePagedNumbers()
  const before = write(numbers, 200, 7)
  const filled = turnPages(numbers)
  const after = write(numbers, 200, 8)
  expect(filled.has(pageNumberOf(before))).toBe(true)
  expect(filled.has(pageNumberOf(after))).toBe(false)
  expect(read(numbers, before, 200)).toEqual(new Set([7]))
  releasePages(numbers, filled)
  turnPages(numbers)
  expect(pageNumberOf(write(numbers, 10, 9))).toBe(pageNumberOf(before))
  expect(read(numbers, after, 200)).toEqual(new Set([8]))
})

test('turning again and again takes no more pages', () => {
  const numbers = makePagedNumbers()
  for (let round = 0; round < 40; round++) {
    const filled = turnPages(numbers)
    for (let block = 0; block < 10; block++) write(numbers, 20_000, round)
    releasePages(numbers, filled)
  }
  expect(numbers.pages.length).toBeLessThan(12)
})
