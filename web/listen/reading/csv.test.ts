import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('cells are quoted where they must be', () => {
  expect(csvOf([['a', 'b, c', 'say "no"', 'two\nlines', 3, null]])).toBe(
    '\u{FEFF}a,"b, c","say ""no""","two\nlines",3,\r\n',
  )
})

test.each(['=1+1', '+1', '-1', '@sum', '\t=1', '  =cmd', '\r=1'])('%j is no formula any more', (text) => {
  expect(csvOf([[text]])).toMatch(/^\u{FEFF}"?'/u)
})
