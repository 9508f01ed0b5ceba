import { expect, test } from 'vitest'
import { addTo, emptyGroup, standingWords } from './standing-words.ts'

function groupOf(...texts: string[]) {
  const group = emptyGroup()
  for (const text of texts) addTo(group, new Set(text.split(' ')))
  return group
}

const complaints = Array.from({ length: 20 }, (_, at) => `my parcel is late again number${at}`)
const praise = Array.from({ length: 20 }, (_, at) => `my parcel is here thanks number${at}`)
const wish = { fewest: 2, most: 10, isLeftOut: () => false, weight: 60 }

test('words of one group stand out against the other, common ones in neither', () => {
  const [here, there] = [groupOf(...complaints), groupOf(...praise)]
  expect(standingWords(here, there, wish).map(({ word }) => word)).toEqual(['again', 'late'])
  expect(standingWords(there, here, wish).map(({ word }) => word)).toEqual(['here', 'thanks'])
})

test('a word counts once a post, however often it stands there', () => {
  const [found] = standingWords(groupOf(...complaints, 'late late late late'), groupOf(...praise), wish)
  expect(found).toMatchObject({ word: 'late', here: 21, there: 0 })
})

test('what is left out, seldom, or compared with nothing, is not told', () => {
  const [here, there] = [groupOf(...complaints), groupOf(...praise)]
  expect(standingWords(here, there, { ...wish, isLeftOut: (word) => word === 'late' })).toHaveLength(1)
  expect(standingWords(here, there, { ...wish, fewest: 21 })).toEqual([])
  expect(standingWords(here, emptyGroup(), wish)).toEqual([])
})
