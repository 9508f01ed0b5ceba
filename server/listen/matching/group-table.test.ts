import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  hasGroup,
  isGroupUsed,
  leavesOf,
  makeGroupTable,
  markGroups,
  releaseGroup,
  useGroup,
  watchGroup,
} from './group-table.ts'
import { leafOfWord } from './leaf-table.ts'

function makeSome() {
  const groups = makeGroupTable()
  const leaves = Array.from({ length: 40 }, (_, at) => leafOfWord(groups.table, `w${at}`))
  const bits = new Int32Array(4)
  const show = (found: readonly number[]) => {
    bits.fill(0)
    for (const leaf of found) bits[leaf >> 5]! |= 1 << (leaf & 31)
    markGroups(groups, { items: Int32Array.from(found), count: found.length })
  }
  return { groups, leaves, show, has: (group: number) => hasGroup(groups, group, bits) }
}

test('the same leaves in any order are one group until its last use', () => {
  const { groups, leaves } = makeSome()
  const [one, two, three] = [leaves[1]!, leaves[2]!, leaves[3]!]
  const group = useGroup(groups, [one, two, one])
  expect(useGroup(groups, [two, one])).toBe(group)
  expect(useGroup(groups, [two, three])).not.toBe(group)
  expect([...leavesOf(groups, group)]).toEqual([one, two])
  releaseGroup(groups, group)
  expect(isGroupUsed(groups, group)).toBe(true)
  releaseGroup(groups, group)
  expect(isGroupUsed(groups, group)).toBe(false)
})

test('a group is in a post when one of its leaves is, marked or not, whatever comes and goes', () => {
  const step = fc.record({
    act: fc.constantFrom('use', 'release', 'watch', 'leave', 'post'),
    leaves: fc.uniqueArray(fc.nat(39), { minLength: 1, maxLength: 6 }),
    at: fc.nat(20),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 150 }), (steps) => {
      const { groups, leaves, show, has } = makeSome()
      const used: { group: number; leaves: number[] }[] = []
      for (const { act, leaves: some, at } of steps) {
        const wanted = some.map((index) => leaves[index]!)
        const one = used[at % Math.max(1, used.length)]
        if (act === 'use') used.push({ group: useGroup(groups, wanted), leaves: wanted })
        else if (act === 'release' && one) releaseGroup(groups, used.splice(used.indexOf(one), 1)[0]!.group)
        else if (act === 'watch' && one) watchGroup(groups, one.group, true)
        else if (act === 'leave' && one) watchGroup(groups, one.group, false)
        else if (act === 'post') {
          show(wanted)
          for (const { group, leaves: own } of used) expect(has(group)).toBe(own.some((leaf) => wanted.includes(leaf)))
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('marks of three hundred posts are not taken for each other', () => {
  const { groups, leaves, show, has } = makeSome()
  const group = useGroup(groups, [leaves[5]!])
  watchGroup(groups, group, true)
  for (let post = 0; post < 300; post++) {
    show(post === 0 ? [leaves[5]!] : [])
    expect(has(group)).toBe(post === 0)
  }
})
