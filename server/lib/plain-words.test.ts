import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { holdsPhrase, phrasesIn, wordRuns } from './plain-words.ts'

test('links and handles are no words, and marks end a run', () => {
  expect(wordRuns('My parcel, @kestrel, is LOST again! https://k.example/lost?x=parcel See www.k.example/a')).toEqual([
    ['my', 'parcel'],
    ['is', 'lost', 'again'],
    ['see'],
  ])
})

test('phrases are two or three words that begin and end with something', () => {
  const phrases = phrasesIn(wordRuns('The parcel locker in the station is full. Das Paket liegt im falschen Laden'))
  expect(phrases).toContain('parcel locker')
  expect(phrases).toContain('falschen laden')
  expect(phrases).toContain('paket liegt')
  expect(phrases).not.toContain('the parcel')
  expect(phrases).not.toContain('liegt im')
  expect([...phrases].some((phrase) => phrase.includes('full das'))).toBe(false)
})

test('a phrase is found where its words stand one after the other', () => {
  const runs = wordRuns('No parcel today. The parcel locker was locked')
  expect(holdsPhrase(runs, 'parcel locker')).toBe(true)
  expect(holdsPhrase(runs, 'parcel today')).toBe(true)
  expect(holdsPhrase(runs, 'today the')).toBe(false)
  expect(holdsPhrase(runs, 'locker')).toBe(true)
})

test('every phrase of a text is found in it', () => {
  assert(
    property(string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const runs = wordRuns(text)
      for (const phrase of phrasesIn(runs)) expect(holdsPhrase(runs, phrase)).toBe(true)
    }),
  )
})
