import { expect, test } from 'vitest'
import { bodyOf, draftOf } from './refiner-draft.ts'

const refiner = {
  on: false,
  address: 'https://api.example.org/v1',
  model: 'small',
  hasKey: true,
  share: 0.125,
  mostPerDay: 200,
  readers: ['sentiment' as const],
  changed: null,
  day: { answered: 0, failed: 0, waiting: 0, allowed: 0 },
  fault: null,
}

test('what is shown and not touched is saved as it was, and the kept key is left alone', () => {
  const { on, address, model, share, mostPerDay, readers } = refiner
  expect(bodyOf(draftOf(refiner))).toEqual({ on, address, model, share, mostPerDay, readers })
})

test('a key that is typed goes with it', () => {
  expect(bodyOf({ ...draftOf(refiner), key: 'k', percent: '5' })).toMatchObject({ key: 'k', share: 0.05 })
})
