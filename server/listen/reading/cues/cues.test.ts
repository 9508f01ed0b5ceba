import { describe, expect, test } from 'vitest'
import { checkQuery } from '../../topics/check-query.ts'
import { viewPost } from '../../matching/view-post.ts'
import { closingCues } from './closing.ts'
import { indexCues } from './weigh-cues.ts'
import { intentCues } from './intent.ts'
import { urgencyCues } from './urgency.ts'

const rows = Object.entries({ closing: closingCues, intent: intentCues, urgency: urgencyCues }).flatMap(
  ([reader, byLanguage]) =>
    Object.entries(byLanguage).flatMap(([language, cues]) =>
      cues.map((cue) => ({ reader, language, cue, name: cue.example })),
    ),
)

describe.each(rows)('$reader ($language), the cue of “$name”', ({ language, cue }) => {
  const index = indexCues({ [language]: [cue] })

  test('reads without a mistake', () => {
    expect(checkQuery(cue.find).diagnostics.filter(({ code }) => code !== 'no-words')).toEqual([])
  })

  test('finds its example and marks words in it', () => {
    const found = index.weigh(viewPost({ text: cue.example }), language)?.get(cue.label)
    expect(found?.weight).toBe(cue.weight)
    for (const { end } of found?.evidence ?? []) expect(end).toBeLessThanOrEqual(cue.example.length)
  })

  test('leaves its counter-example alone', () => {
    expect(index.weigh(viewPost({ text: cue.counterExample }), language)?.size).toBe(0)
  })
})
