import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readToken, signToken } from './signed-token.ts'

const key = randomBytes(32)

test('what we signed is read, under the same key only', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (id) => {
      const token = signToken(key, id)
      expect(readToken(key, token)).toBe(id)
      expect(readToken(randomBytes(32), token)).toBeUndefined()
    }),
  )
})

test('no other text is a token: changed anywhere, cut, lengthened or made up', () => {
  const token = signToken(key, '0199-some-id')
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom('a', 'Z', '0', '.', '-', '_', ' ', 'é'), (at, letter) => {
      const changed = token.slice(0, at) + letter + token.slice(at + 1)
      return changed === token || readToken(key, changed) === undefined
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => readToken(key, text) === undefined))
  for (const wrong of ['', '.', token.slice(0, -1), `${token}a`, `.${token.split('.')[1]}`, `${token}.${token}`])
    expect(readToken(key, wrong)).toBeUndefined()
})
