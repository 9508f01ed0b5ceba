import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, json, property } from 'fast-check'
import { expect, test } from 'vitest'
import { loadKeyring } from './load-keyring.ts'
import { deriveKey, isSealedWithOldKey, makeKeyring, seal, unseal } from './seal.ts'

const first = makeKeyring([Buffer.alloc(32, 1)])
const place = { workspaceId: 'w', id: 'r' }

test('what was sealed opens in its own row', () => {
  assert(
    property(json(), (text) => {
      const plain: unknown = JSON.parse(text)
      expect(unseal(first, seal(first, plain, place), place)).toEqual(plain)
    }),
  )
})

test('nothing of the text shows, and no two seals are alike', () => {
  const [one, two] = [seal(first, { token: 'secret-token' }, place), seal(first, { token: 'secret-token' }, place)]
  expect(one.toString('latin1')).not.toContain('secret-token')
  expect(one.equals(two)).toBe(false)
})

test('a document that was moved, changed or cut does not open', () => {
  const sealed = seal(first, { token: 'x' }, place)
  expect(() => unseal(first, sealed, { workspaceId: 'w', id: 'other' })).toThrow()
  expect(() => unseal(first, sealed, { workspaceId: 'other', id: 'r' })).toThrow()
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at]! ^= 1
    expect(() => unseal(first, changed, place)).toThrow()
    expect(() => unseal(first, sealed.subarray(0, at), place)).toThrow()
  }
})

test('after a change of key the earlier documents still open, and say that they are old', () => {
  const sealed = seal(first, 'kept', place)
  const rotated = makeKeyring([Buffer.alloc(32, 2), Buffer.alloc(32, 1)])
  expect(unseal(rotated, sealed, place)).toBe('kept')
  expect(isSealedWithOldKey(rotated, sealed)).toBe(true)
  expect(isSealedWithOldKey(rotated, seal(rotated, 'new', place))).toBe(false)
  expect(() => unseal(makeKeyring([Buffer.alloc(32, 2)]), sealed, place)).toThrow(/EARSHOT_SECRET_KEY/)
  expect(deriveKey(first, 'sessions').equals(deriveKey(first, 'talks'))).toBe(false)
})

test('the key is made once, readable by its owner alone; a wrong one is refused in words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-key-'))
  try {
    const [one, two] = await Promise.all([loadKeyring(folder, undefined), loadKeyring(folder, undefined)])
    expect(one.current).toBe(two.current)
    expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600)
    const text = readFileSync(join(folder, 'secret.key'), 'utf8').trim()
    const given = await loadKeyring('/nowhere', `${'ab'.repeat(32)}, ${text}`)
    expect([...given.keys.keys()]).toContain(one.current)
    await expect(loadKeyring(folder, 'short')).rejects.toThrow(/EARSHOT_SECRET_KEY must be 64 hexadecimal/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
