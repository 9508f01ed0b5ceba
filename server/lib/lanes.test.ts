import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inLanes, sortIntoLanes } from './lanes.ts'

const item = fc.record({ thread: fc.nat(8), author: fc.nat(8), number: fc.nat() })
const keysOf = (one: { thread: number; author: number }) => [`thread ${one.thread}`, `author ${one.author}`]

test('items that share a key never meet in two lanes, and keep their order', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 40 }), fc.integer({ min: 1, max: 4 }), (items, lanes) => {
      const sorted = sortIntoLanes(items, { lanes, keysOf })
      expect(sorted.flat()).toHaveLength(items.length)
      const laneOf = new Map<string, number>()
      for (const [number, lane] of sorted.entries()) {
        expect(lane).toEqual(items.filter((one) => lane.includes(one)))
        for (const key of lane.flatMap(keysOf)) expect(laneOf.get(key) ?? number).toBe(number)
        for (const key of lane.flatMap(keysOf)) laneOf.set(key, number)
      }
    }),
  )
})

test('strangers are spread evenly', () => {
  const items = Array.from({ length: 10 }, (_, number) => ({ thread: number, author: number }))
  expect(sortIntoLanes(items, { lanes: 2, keysOf }).map((lane) => lane.length)).toEqual([5, 5])
})

test('a lane that fails is told after the others have come to rest', async () => {
  const done: number[] = []
  const work = async ([number]: number[]) => {
    if (number === 1) throw new Error('lane 1')
    await new Promise((resolve) => setTimeout(resolve, 20))
    done.push(number ?? 0)
  }
  await expect(inLanes([1, 2, 3], { lanes: 3, keysOf: (number) => [String(number)] }, work)).rejects.toThrow('lane 1')
  expect(done).toEqual([2, 3])
})
