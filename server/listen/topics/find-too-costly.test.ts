import { expect, test } from 'vitest'
import { checkQueryHere, noNames } from './topic-names.ts'

const entries = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at}`)
const list = (name: string, count: number) => ({ name, kind: 'words' as const, entries: entries(name, count) })
const names = { ...noNames, lists: [list('one', 5_000), list('two', 5_000), list('short', 50)] }
const check = (query: string) => checkQueryHere(query, { names, channelKinds: [] })

test('two long lists side by side are too much for one topic, and it is said how to mend it', () => {
  const { ok, diagnostics } = check('list:one AND list:two')
  expect(ok).toBe(false)
  expect(diagnostics.at(-1)).toMatchObject({ code: 'too-costly', line: 1, column: 1 })
  expect(diagnostics.at(-1)?.message).toMatch(/10 posts, up to 10,0\d\d words .* split it into several topics/)
})

test.each(['list:one', 'acme AND list:one', 'list:one AND list:short', 'lang:en', 'acme'])('%s is not', (query) => {
  expect(check(query).diagnostics.filter(({ code }) => code === 'too-costly')).toEqual([])
})
