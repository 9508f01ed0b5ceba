import { expect, test } from 'vitest'
import { lookIn } from './look.ts'

test('a kept look is taken as it was', () => {
  const kept = { theme: 'dark', density: 'compact', language: 'de', rail: true, panel: false, listWidth: 320 }
  expect(lookIn({ ...kept, folded: ['topics'] })).toEqual({ ...kept, folded: ['topics'] })
})

test('what is no look is left out, the rest holds', () => {
  expect(lookIn({ theme: 'pink', density: 3, language: 'fr', rail: 'yes', listWidth: '320', panel: true })).toEqual({
    panel: true,
  })
  expect(lookIn({ folded: ['topics', 7, null], colour: 'red' })).toEqual({ folded: ['topics'] })
})
