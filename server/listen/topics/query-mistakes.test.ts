import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { said } from '../../../web/catalogues/de/said.ts'
import { checkQuery } from './check-query.ts'

interface Mistake {
  query: string
  code: string
  /** `line:column+length` */
  place: string
  message: string
  /** The query we propose instead. */
  repair?: string
}

/** What people write, a mistake in it, where, what we say of it, and what we propose. */
const mistakes: Mistake[] = JSON.parse(readFileSync(new URL('query-mistakes.json', import.meta.url), 'utf8'))

test.each(mistakes)('$query', ({ query, code, place, message, repair }) => {
  const found = checkQuery(query).diagnostics.find((diagnostic) => diagnostic.code === code)
  expect(found?.message).toBe(message)
  expect(`${found?.line}:${found?.column}+${found?.length}`).toBe(place)
  expect(found?.repair).toBe(repair)
})

test('there are at least sixty, each with a whole sentence, and a text in German', () => {
  expect(mistakes.length).toBeGreaterThan(190)
  for (const { message, code } of mistakes) {
    expect(message).toMatch(/^\S.*[.!?…]$|: \S.*$/)
    expect(Object.keys(said)).toContain(`query.${code}`)
  }
})

test('every repair is read, without this mistake', () => {
  let repairs = 0
  for (const { query } of mistakes) {
    for (const { code, message, line, column, repair } of checkQuery(query).diagnostics) {
      if (repair === undefined) continue
      const repaired = checkQuery(repair)
      const same = repaired.diagnostics.filter((one) => one.code === code && one.message === message)
      const before = checkQuery(query).diagnostics.filter((one) => one.code === code && one.message === message)
      expect([query, line, column, repaired.query !== undefined]).toEqual([query, line, column, true])
      expect([query, same.length]).toEqual([query, before.length - 1])
      repairs++
    }
  }
  expect(repairs).toBeGreaterThan(120)
})

test.each([
  'acme',
  '"new shoes"',
  '{Acme} OR {ACME Inc}',
  'complain* colo?r',
  '#tag @handle 🔥',
  'acme (broken OR late) -spam',
  'acme NOT (spam OR "for sale")',
  '(acme OR "acme shoes") NEAR/5 (bad OR complain*)',
  'acme BEFORE/1 shoes',
  'lang:en country:de acme',
  'author:@x site:example.com link:example.com url:"/blog/" acme',
  'channel:bluesky type:review acme',
  'title:(acme OR "new shoes")',
  'title:new AND shoes title:"old boots" late',
  'has:link has:media has:question acme',
  'followers:>=1000 rating:<=2 acme',
  'wi-fi AT&T don’t',
  '東京 #東京タワー ラーメン',
  '+acme +shoes',
  'acme\u00a0OR\u00a0shoes',
  '\u200facme\u200f OR\u200b shoes',
  'followers:> 1000 acme',
  'country:us author:"Jane Doe" acme',
  '(acme OR late) NEAR/5 (late OR broken)',
  'title:list:rivals list:rivals NEAR/3 late',
  'url:https://example.com/blog acme',
  'constructor OR valueOf OR __proto__',
])('%s has no mistake', (text) => {
  expect(checkQuery(text)).toMatchObject({ ok: true, diagnostics: [] })
})

describe('names of the workspace', () => {
  const known = { lists: ['rivals'], topics: ['need-shipping'], channels: ['bluesky', 'feed'] }

  test('that are there, are fine', () => {
    expect(checkQuery('list:rivals topic:need-shipping channel:feed', known).diagnostics).toEqual([])
  })

  test('that are not there, are said with those that are', () => {
    const { ok, diagnostics } = checkQuery('list:rival OR topic:shipping OR channel:x', known)
    expect(ok).toBe(false)
    expect(diagnostics.map(({ code, column }) => [code, column])).toEqual([
      ['unknown-list', 1],
      ['unknown-topic', 15],
      ['unknown-channel', 33],
    ])
    expect(diagnostics[0]?.message).toContain('rivals')
  })
})

test('all mistakes come at once', () => {
  const { diagnostics } = checkQuery('(acme OR\n lang:english a*')
  expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
    ['bracket-not-closed', 1],
    ['bad-language', 2],
    ['wildcard-too-short', 2],
  ])
})
