import { expect, test } from 'vitest'
import { parseQuery } from '../topics/parse-query.ts'
import { candidateTerms, termsIn } from './candidate-terms.ts'
import { ownWordsOf } from './own-words.ts'

const never = () => false

function termsOf(text: string, hits: { part: 'text'; start: number; end: number }[] = []) {
  return [...candidateTerms({ title: null, text }, hits, never).keys()]
}

test('the words and pairs of words that are no hits', () => {
  const hits = [{ part: 'text', start: 4, end: 8 }] as const
  expect(termsOf('The Acme cinema', [...hits])).toEqual(['the', 'the acme', 'cinema', 'acme cinema'])
})

test('no pair reaches from the title into the text, and single letters and figures are left out', () => {
  const post = { title: 'Great film', text: 'A 7 in town' }
  expect([...candidateTerms(post, [], never).keys()]).toEqual(['great', 'film', 'great film', 'in', 'town', 'in town'])
})

test('a long post has no more than some hundred', () => {
  expect(termsOf(Array.from({ length: 5_000 }, (_, n) => `word${n}`).join(' ')).length).toBeLessThan(410)
})

test('terms are found again in the words of another post', () => {
  const terms = candidateTerms({ title: null, text: 'new film tonight' }, [], never)
  expect([...termsIn(terms, [['new'], ['film', 'tonight']])]).toEqual(['new', 'film', 'tonight', 'film tonight'])
})

test.each([
  ['acme OR "new shoes"', ['acme', 'new', 'shoes'], ['acmes', 'shoe']],
  ['complain* #Sale', ['complaint', 'sale'], ['comply']],
  ['title:({ACME Inc} NEAR/3 colo?r) -spam lang:en', ['acme', 'inc', 'colour', 'spam'], ['color', 'en']],
])('the own words of %s', (text, own, others) => {
  const isOwn = ownWordsOf(parseQuery(text).query!)
  expect(own.filter((word) => !isOwn(word))).toEqual([])
  expect(others.filter(isOwn)).toEqual([])
})
