import { expect, test } from 'vitest'
import { chipsTyped, isField, isOnePiece } from './chip-text.ts'

test.each([
  ['parcel', ['parcel']],
  [' parcel, package ;delivery\nbox ', ['parcel', 'package', 'delivery', 'box']],
  ['nothing here', ['"nothing here"']],
  ['"nothing, here"', ['"nothing, here"']],
  ['or', ['or']],
  ['OR', ['"OR"']],
  ['NEAR/5', ['"NEAR/5"']],
  ['late* parcel', ['late*-parcel']],
  ['topic:Delivery delays', ['topic:"Delivery delays"']],
  ['a OR b', ['a OR b']],
  ['{ACME Inc}', ['{ACME Inc}']],
  ['-baby', ['-baby']],
  ['wi-fi', ['wi-fi']],
  [' , ', []],
])('typing %j makes %j', (typed, chips) => {
  expect(chipsTyped(typed)).toEqual(chips)
})

test.each([
  ['parcel', true],
  ['"a b"', true],
  ['{A b}', true],
  ['topic:"a b"', true],
  ['#tag', true],
  ['a b', false],
  ['-a', false],
  ['(a)', false],
  ['AND', false],
  ['"a', false],
])('%s is one piece: %s', (text, isOne) => {
  expect(isOnePiece(text)).toBe(isOne)
})

test('fields are told from words', () => {
  expect(['lang:en', 'topic:"a b"', 'title:x', 'acme', '12:30'].map(isField)).toEqual([true, true, false, false, false])
})
