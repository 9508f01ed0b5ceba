import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { explainQueryCommand } from './query-explain.ts'

const said: string[] = []
beforeEach(() => {
  said.length = 0
  for (const to of ['log', 'error'] as const)
    vi.spyOn(console, to).mockImplementation((line: string) => void said.push(line))
})
afterEach(() => vi.restoreAllMocks())

test('says what brings a query up and why it matches a text, piece by piece', async () => {
  expect(await explainQueryCommand(['acme (late OR lost) -job'], { text: 'My Acme parcel is lost' })).toBe(0)
  const lines = said.join('\n').split('\n')
  expect(lines[1]).toMatch(/^Looked at when a post has acme \([\d.]+ %\)$/)
  expect(lines).toContain('It matches, by: Acme · lost')
  expect(lines).toContain('      ✗ late')
  expect(lines).toContain('      ✓ lost')
})

test('takes how frequent words are from a file of posts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-explain-'))
  const file = join(folder, 'posts.jsonl')
  writeFileSync(file, Array.from({ length: 300 }, (_, id) => JSON.stringify({ id, text: 'acme' })).join('\n'))
  expect(await explainQueryCommand(['acme late'], { posts: file })).toBe(0)
  expect(said.join('\n')).toContain('(by 300 posts)')
  expect(said.join('\n')).toMatch(/when a post has late/)
  rmSync(folder, { recursive: true })
})

test('a wrong query is answered with its mistake and its place', async () => {
  expect(await explainQueryCommand(['(acme'], {})).toBe(1)
  expect(said[0]).toMatch(/^Line 1, column 1: .+/)
})
