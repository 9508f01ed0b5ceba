import { expect, test } from 'vitest'
import { badgeNumber, shareOf, shortNumber } from './tell-number.ts'

test('numbers are exact while they are short', () => {
  expect(shortNumber(9_999, 'en')).toBe('9,999')
  expect(shortNumber(9_999, 'de')).toBe('9.999')
  expect(shortNumber(12_400, 'en')).toBe('12.4K')
})

test('a number in the nav stops at 999+', () => expect([999, 1_000].map(badgeNumber)).toEqual(['999', '999+']))

test('a share has a decimal only where it is small, and nothing of nothing is none', () => {
  expect(shareOf(1, 3, 'en')).toBe('33%')
  expect(shareOf(1, 64, 'en')).toBe('1.6%')
  expect(shareOf(1, 64, 'de')).toBe('1,6\u{a0}%')
  expect(shareOf(0, 0, 'en')).toBe('0%')
})
