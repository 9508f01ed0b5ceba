import { expect, test } from 'vitest'
import { packPageKey } from '../lib/page-key.ts'
import { placeAfter } from './place-after.ts'

const id = '01a20118-0da6-7000-a913-28ca11c00f79'

test('the next page starts where the one before ended', () => {
  expect(placeAfter(undefined, 'text', 'id')).toBeUndefined()
  expect(placeAfter(packPageKey(['shoes', id]), 'text', 'id')).toEqual(['shoes', id])
  expect(placeAfter(packPageKey([new Date(0), id]), 'time', 'id')).toEqual(['1970-01-01T00:00:00.000Z', id])
})

test.each([
  ['no key at all', 'zzz'],
  ['a key of another list', packPageKey([id])],
  ['a made-up id', packPageKey(['shoes', "' or 1=1"])],
])('%s is refused, and the sentence says how to go on', (_name, key) => {
  expect(() => placeAfter(key, 'text', 'id')).toThrow(/Start the list again without/)
})

test('a made-up time or number is refused', () => {
  expect(() => placeAfter(packPageKey(['soon', id]), 'time', 'id')).toThrow(/not known/)
  expect(() => placeAfter(packPageKey(['first']), 'number')).toThrow(/not known/)
})
