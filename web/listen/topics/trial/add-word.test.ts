import { expect, test } from 'vitest'
import { presentTree } from '../../../../server/listen/topics/present-tree.ts'
import { narrowQuery, widenQuery } from './add-word.ts'

test.each([
  ['parcel', 'parcel OR box', 'parcel box'],
  ['parcel late', '(parcel late) OR box', 'parcel late box'],
  ['parcel OR late', 'parcel OR late OR box', '(parcel OR late) box'],
  ['a NEAR/5 b', 'a NEAR/5 b OR box', 'a NEAR/5 b box'],
])('%s is widened to %s and narrowed to %s', (query, wider, narrower) => {
  const tree = presentTree(query)!
  expect([widenQuery(query, tree, 'box'), narrowQuery(query, tree, 'box')]).toEqual([wider, narrower])
})
