import { expect, test } from 'vitest'
import { queryTree } from '../../../contract/query-tree.ts'
import { presentTree } from './present-tree.ts'

test('a tree carries the place of every piece, in the shape of the contract', () => {
  const text = '(parcel OR "nothing here") NEAR/8 late -Baby title:acme rating:<=2'
  const tree = presentTree(text)
  expect(queryTree.parse(tree)).toEqual(tree)
  const parts = tree?.kind === 'and' ? tree.of : []
  expect(parts.map(({ place }) => text.slice(place.start, place.end))).toEqual([
    '(parcel OR "nothing here") NEAR/8 late',
    '-Baby',
    'title:acme',
    'rating:<=2',
  ])
})

test.each(['', '(parcel', 'foo:bar parcel', 'a NEAR/5'])('%s has a mistake of form, and no tree', (text) => {
  expect(presentTree(text)).toBeNull()
})

test('what does not exist here has a tree all the same', () => {
  expect(presentTree('list:nowhere parcel')).toMatchObject({ kind: 'and' })
})
