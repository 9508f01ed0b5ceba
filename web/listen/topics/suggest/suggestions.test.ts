import { expect, test } from 'vitest'
import { type KnownHere, suggest } from './suggestions.ts'
import { replaceToken, tokenAt } from './token-at.ts'

const known: KnownHere = {
  channels: [{ kind: 'mastodon', label: 'Mastodon' }],
  lists: [{ name: 'rivals', count: 12 }],
  topics: [{ name: 'Delivery delays' }],
  words: [{ word: 'parcel', posts: 1_200 }],
}
const say = {
  field: (name: string) => `field ${name}`,
  entries: (count: number) => `${count} entries`,
  posts: (count: number) => `${count} posts`,
  language: (code: string) => new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code,
}

/** What is offered at the caret, shown as `|`. */
function offered(marked: string): string[] {
  const token = tokenAt(marked.replace('|', ''), marked.indexOf('|'))
  return token ? suggest(token, known, say).map(({ insert }) => insert) : []
}

test.each([
  ['la|', ['lang:']],
  ['t|', ['type:', 'topic:', 'title:']],
  ['par|', ['parcel']],
  ['parcel|', []],
  ['lang:ger|', ['lang:de']],
  ['-lang:fre|', ['lang:fr']],
  ['(channel:|', ['channel:mastodon']],
  ['list:|', ['list:rivals']],
  ['list:rivals|', []],
  ['topic:del|', ['topic:"Delivery delays"']],
  ['topic:"Deli|', ['topic:"Delivery delays"']],
  ['has:m|', ['has:media']],
  ['rating:<|', ['rating:<=2']],
  ['"par|', []],
  ['{Par|', []],
  ['|', []],
  ['parcel |', []],
])('at %s it offers %j', (marked, inserts) => {
  expect(offered(marked)).toEqual(inserts)
})

test.each([
  ['acme la|', 'lang:', 'acme lang:|'],
  ['acme lang:d|', 'lang:de', 'acme lang:de |'],
  ['(par| OR b)', 'parcel', '(parcel |OR b)'],
  ['(par|)', 'parcel', '(parcel|)'],
  ['topic:"Del|iv" acme', 'topic:"Delivery delays"', 'topic:"Delivery delays" |acme'],
])('in %s %s takes its place', (marked, insert, result) => {
  const text = marked.replace('|', '')
  const token = tokenAt(text, marked.indexOf('|'))!
  const replaced = replaceToken(text, token, insert)
  expect(`${replaced.text.slice(0, replaced.caret)}|${replaced.text.slice(replaced.caret)}`).toBe(result)
})
