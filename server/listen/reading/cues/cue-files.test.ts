import { describe, expect, test } from 'vitest'
import { cutPost } from '../cut-post.ts'
import { cueLanguages } from './cue-labels.ts'
import { indexCues } from './index-cues.ts'
import { loadCues } from './load-cues.ts'

/** Every cue by itself: it finds its example, leaves its counter-example alone, and marks words that are there. */
describe.each(cueLanguages)('the cues of “%s”', (language) => {
  const cues = loadCues(language)

  test.each(cues.map((cue) => ({ place: cue.place, example: cue.example, cue })))(
    '$place finds “$example” and not its counter-example',
    ({ cue }) => {
      const index = indexCues([cue])
      const cut = cutPost({ text: cue.example })
      const hits = index.find(cut)
      expect(hits).toHaveLength(1)
      expect(hits[0]!.from).toBeLessThan(hits[0]!.to)
      expect(hits[0]!.to).toBeLessThanOrEqual(cut.words.length)
      expect(index.find(cutPost({ text: cue.counterExample }))).toEqual([])
    },
  )

  test('are many', () => {
    expect(cues.length).toBeGreaterThan(90)
  })
})
