import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { normalised } from './challenge-post.ts'
import { readHalf } from './read-challenge.ts'

const root = join(import.meta.dirname, '..', '..')

/** Fewer words than this are anybody's. */
const tellingWords = 5

test('nothing that reads or trains quotes a text of the locked half', () => {
  const files = globSync(['server/listen/reading/**/*.{ts,txt,md,json,jsonl,cues}', 'train/**/*.ts'], {
    cwd: root,
    exclude: ['**/node_modules/**'],
  })
  const said = files.map((file) => normalised(readFileSync(join(root, file), 'utf8'))).join(' ')
  const telling = readHalf('locked').filter(({ text }) => normalised(text).split(' ').length >= tellingWords)
  expect(telling.length).toBeGreaterThan(400)
  expect(telling.filter(({ text }) => said.includes(normalised(text))).map(({ id }) => id)).toEqual([])
})
