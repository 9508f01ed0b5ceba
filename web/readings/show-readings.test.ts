import { expect, test } from 'vitest'
import { evidenceWords, heardReaders, isConfirmed, loudReaders } from './show-readings.ts'

const said = (label: string) => ({ label, confidence: 0.8 })
const by = { id: '01990000-0000-7000-8000-000000000000', name: 'Olga' }

test('what is usual makes no noise: only what a colleague should see gets a chip', () => {
  const readings = {
    language: said('de'),
    risk: said('none'),
    sentiment: said('negative'),
    emotion: said('unknown'),
    intent: said('complaint'),
    urgency: said('normal'),
  }
  expect(loudReaders(readings)).toEqual(['sentiment', 'intent', 'language'])
  expect(loudReaders({ risk: said('legal'), urgency: said('high') })).toEqual(['urgency', 'risk'])
  expect(heardReaders(readings)).toHaveLength(6)
  expect(loudReaders(undefined)).toEqual([])
})

test('what a person said is shown, even where it is the usual', () => {
  expect(loudReaders({ risk: { ...said('none'), correctedBy: by, was: 'legal' } })).toEqual(['risk'])
})

test('a person confirms by saying the same as the reader', () => {
  expect(isConfirmed({ ...said('legal'), correctedBy: by, was: 'legal' })).toBe(true)
  expect(isConfirmed({ ...said('none'), correctedBy: by, was: 'legal' })).toBe(false)
  expect(isConfirmed(said('none'))).toBe(false)
})

test('the words that carried it are cut from the part they stand in, each once', () => {
  const evidence = [
    { start: 0, end: 4 },
    { start: 0, end: 5, part: 'title' },
    { start: 5, end: 9 },
  ]
  expect(evidenceWords({ ...said('negative'), evidence }, { text: 'late late', title: 'Awful day' })).toEqual([
    'late',
    'Awful',
  ])
})
