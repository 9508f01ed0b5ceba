import { expect, test } from 'vitest'
import { oneLine } from './plain-words.ts'

test.each([
  ['two\n\n lines\tand a tab ', 'two lines and a tab'],
  ['see https://www.shop.example/a/b?c=d#e now', 'see shop.example/… now'],
  ['http://a.example and https://b.example/x', 'a.example/… and b.example/…'],
  [' \n ', ''],
])('%j stands on one line', (text, line) => expect(oneLine(text)).toBe(line))
