import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { presentTree } from '../../../../server/listen/topics/present-tree.ts'
import { parseQuery } from '../../../../server/listen/topics/parse-query.ts'
import { printQuery } from '../../../../server/listen/topics/print-query.ts'
import { anyPost, anyQuery } from '../../../../tests/any-query.ts'
import { plainlyMatches } from '../../../../tests/plain-matcher.ts'
import type { Block } from './block.ts'
import { blocksOfTree } from './blocks-of-tree.ts'
import { printBlocks } from './print-blocks.ts'

const read = (text: string) => blocksOfTree(text, presentTree(text))

/** Blocks in short: `any(parcel late)`. */
function sketch(block: Block): string {
  if (block.kind === 'chip') return block.text
  if (block.kind === 'near')
    return `${sketch(block.left)} ${block.ordered ? 'before' : 'near'}${block.distance} ${sketch(block.right)}`
  return `${block.kind}(${block.of.map(sketch).join(' | ')})`
}

test.each([
  ['Parcel', 'any(Parcel)'],
  ['parcel late', 'all(parcel | late)'],
  ['parcel OR "nothing here"', 'any(parcel | "nothing here")'],
  ['(parcel OR package) NEAR/8 late -baby lang:en', 'any(parcel | package) near8 any(late) none(baby) are(lang:en)'],
  ['acme -(spam OR "gift card") -baby', 'all(acme) none(spam | "gift card" | baby)'],
  ['acme NOT (a1 b1)', 'all(acme) none(all(a1 | b1))'],
  ['(a1 b1) OR c1', 'any(all(a1 | b1) | c1)'],
  ['title:(acme OR shoes) has:link', 'title(any(acme | shoes)) are(has:link)'],
  ['lang:de', 'are(lang:de)'],
  ['acme (lang:de OR lang:en)', 'all(acme) any(lang:de | lang:en)'],
  ['( acme ) shoes', 'all(acme | shoes)'],
])('%s is shown as %s', (text, shown) => {
  expect(read(text).blocks.map(sketch).join(' ')).toBe(shown)
})

test('what lies very deep is a chip with its text', () => {
  const text = 'a1 OR (b1 (c1 OR (d1 (e1 OR (f1 g1)))))'
  expect(read(text).blocks.map(sketch).join(' ')).toBe('any(a1 | all(b1 | any(c1 | d1 (e1 OR (f1 g1)))))')
})

describe('blocks and text', () => {
  test('are two views of one tree: what is printed finds the same posts and is shown as the same blocks', () => {
    fc.assert(
      fc.property(anyQuery, fc.array(anyPost, { minLength: 4, maxLength: 4 }), (query, posts) => {
        const text = printQuery(query)
        const { blocks } = read(text)
        const printed = printBlocks(blocks)
        const again = parseQuery(printed.text)
        expect(again.problems.filter(({ severity }) => severity === 'error')).toEqual([])
        const before = parseQuery(text).query!
        for (const post of posts)
          expect(plainlyMatches(again.query!, post, 'en')).toBe(plainlyMatches(before, post, 'en'))
        const twice = printBlocks(read(printed.text).blocks)
        expect(printBlocks(read(twice.text).blocks).text).toBe(twice.text)
      }),
      { numRuns: 2_000 },
    )
  })

  test('every chip stands at its place in the text, before and after printing', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const first = read(printQuery(query))
        for (const written of [first, printBlocks(first.blocks)]) {
          const chips = written.blocks.flatMap(chipsOf)
          expect(chips.length).toBe(written.places.size)
          for (const { id, text } of chips) {
            const place = written.places.get(id)!
            expect(written.text.slice(place.start, place.end)).toBe(text)
          }
        }
      }),
    )
  })
})

function chipsOf(block: Block): { id: string; text: string }[] {
  if (block.kind === 'chip') return [block]
  return block.kind === 'near' ? [...chipsOf(block.left), ...chipsOf(block.right)] : block.of.flatMap(chipsOf)
}
