import { chmodSync, cpSync, lstatSync, mkdtempSync, readdirSync, rmSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chooseBinaries, findBinaries, majorVersion } from './find-binaries.ts'
import { prepareBinaries } from './prepare-binaries.ts'
import { missingLinks } from './recreate-links.ts'

const [packaged] = findBinaries()
const native = packaged?.native ?? ''
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-binaries-'))
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Our package as it is when install scripts were skipped: without its links. */
function installedWithoutScripts(): string {
  const copy = join(folder, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  for (const name of readdirSync(join(copy, 'lib'))) {
    const path = join(copy, 'lib', name)
    if (lstatSync(path).isSymbolicLink()) unlinkSync(path)
  }
  return copy
}

describe.skipIf(!native)('our own PostgreSQL', () => {
  test('runs though install scripts were skipped: its links are made', () => {
    const copy = installedWithoutScripts()
    const broken = { native: copy, bin: join(copy, 'bin') }
    expect(missingLinks(copy).length).toBeGreaterThan(3)
    expect(majorVersion(broken)).toBeUndefined()
    const [ready] = prepareBinaries([broken], folder, undefined)
    expect(ready && majorVersion(ready)).toBe(18)
    expect(missingLinks(copy)).toEqual([])
  })

  test('runs without the list of links too', () => {
    const copy = installedWithoutScripts()
    unlinkSync(join(copy, 'pg-symlinks.json'))
    const [ready] = prepareBinaries([{ native: copy, bin: join(copy, 'bin') }], folder, undefined)
    expect(ready && majorVersion(ready)).toBe(18)
  })

  test('is copied beside the store when the account that runs it may not enter its folder', () => {
    const closed = join(folder, 'closed')
    cpSync(native, join(closed, 'native'), { recursive: true, verbatimSymlinks: true })
    chmodSync(closed, 0o700)
    const stranger = { name: 'stranger', uid: 12_345, gid: 12_345 }
    const candidate = { native: join(closed, 'native'), bin: join(closed, 'native', 'bin') }
    const [ready] = prepareBinaries([candidate], join(folder, 'place'), stranger)
    expect(ready?.bin).toBe(join(folder, 'place', 'postgresql', 'bin'))
    expect(ready && majorVersion(ready)).toBe(18)
    expect(prepareBinaries([candidate], join(folder, 'place'), stranger)).toEqual([ready])
  })
})

test('a machine where no PostgreSQL runs is told what is missing and what to do', () => {
  expect(() => chooseBinaries([], undefined)).toThrow(/No PostgreSQL runs on this machine.*DATABASE_URL/)
})
