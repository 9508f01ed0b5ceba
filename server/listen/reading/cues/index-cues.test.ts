import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutPost, evidenceOf } from '../cut-post.ts'
import { cueLanguages } from './cue-labels.ts'
import { indexCues } from './index-cues.ts'
import { loadCues } from './load-cues.ts'

const indexes = cueLanguages.map((language) => ({ language, index: indexCues(loadCues(language)) }))

const hostile = [
  ['nothing', ''],
  ['ten thousand emoji', '😡'.repeat(10_000)],
  ['a word of 50 kB', 'a'.repeat(50_000)],
  ['unseen characters', '\u200d\u202e\u200b'.repeat(10_000)],
  ['lone surrogates', '\ud83d'.repeat(5_000)],
  ['words that open many cues', 'i am not very really so the your my never '.repeat(500)],
  ['marks', '?!'.repeat(20_000)],
] as const

describe.each(indexes)('in “$language”', ({ index }) => {
  test.each(hostile)('%s does no harm', (_, text) => {
    const cut = cutPost({ text })
    for (const { from, to } of index.find(cut)) expect(from < to && to <= cut.words.length).toBe(true)
  })

  test('every text is read the same twice, with evidence inside of it', () => {
    const word = fc.constantFrom(
      'not',
      'never',
      'refund',
      'nicht',
      '?',
      '!!',
      '😡',
      'danke',
      'merci',
      '\ud800',
      '@a',
      '.',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 40 }),
        (parts) => {
          const text = parts.join(' ')
          const cut = cutPost({ title: parts[0] ?? '', text })
          const hits = index.find(cut)
          expect(index.find(cutPost({ title: parts[0] ?? '', text }))).toEqual(hits)
          for (const { from, to } of hits) {
            const { start, end, part } = evidenceOf(cut, from, to)
            expect(0 <= start && start < end && end <= (part === 'title' ? parts[0]! : text).length).toBe(true)
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})

test('a cue counts once, where it stands first, and not over the end of the title', () => {
  const index = indexCues(loadCues('en').filter(({ reader }) => reader === 'risk'))
  const hits = index.find(cutPost({ title: 'It caught', text: 'fire. It caught fire. It caught fire.' }))
  expect(hits.map(({ from }) => from)).toEqual([4])
})
