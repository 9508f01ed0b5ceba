import { expect, test } from 'vitest'
import { safePlace } from './safe-place.ts'

test.each([
  ['/inbox/mine?open=1', '/inbox/mine?open=1'],
  ['https://elsewhere.example', '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['/sign-in?to=/inbox', '/'],
  [undefined, '/'],
])('%s leads to %s', (to, place) => expect(safePlace(to)).toBe(place))
