import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { wakeUp } from './wake-up.ts'

const awake = new AbortController().signal

test('a ring ends the wait at once', async () => {
  const bell = wakeUp()
  const waiting = bell.wait(60, awake)
  bell.ring()
  await waiting
})

test('a ring while nobody waits is not lost, and rings once', async () => {
  const bell = wakeUp()
  bell.ring()
  bell.ring()
  await bell.wait(60, awake)
  const began = performance.now()
  await bell.wait(0.05, awake)
  expect(performance.now() - began).toBeGreaterThan(40)
})

test('stopping ends the wait, and a wait after it', async () => {
  const stop = new AbortController()
  const bell = wakeUp()
  const waiting = bell.wait(60, stop.signal)
  stop.abort()
  await waiting
  await bell.wait(60, stop.signal)
})

test('a loop that has waited often has left nothing behind', async () => {
  const { signal } = new AbortController()
  const bell = wakeUp()
  for (let round = 0; round < 20; round++) {
    const waiting = bell.wait(round % 2 === 0 ? 0.001 : 60, signal)
    if (round % 2 === 1) bell.ring()
    await waiting
  }
  expect(getEventListeners(signal, 'abort')).toEqual([])
})
