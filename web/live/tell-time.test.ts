import { describe, expect, it } from 'vitest'
import { dayHeading, dueTime, shortTime, spanOf, timeOfDay } from './tell-time.ts'
import { speak, t } from './text.ts'

// Without a zone, so that the day and hour are those of the clock on the reader's wall, wherever this runs.
const at = '2026-11-14T15:00:00'
const later = (minutes: number): number => Date.parse(at) + minutes * 60_000

describe('the time of something past', () => {
  it.each([
    [0.5, 'now', 'jetzt'],
    [-3, 'now', 'jetzt'],
    [5.9, '5m', '5 Min.'],
    [60, '1h', '1 Std.'],
    [23 * 60 + 59, '23h', '23 Std.'],
  ])('%s minutes later', async (minutes, english, german) => {
    await speak('en')
    expect(shortTime(at, later(minutes), 'en', t)).toBe(english)
    await speak('de')
    expect(shortTime(at, later(minutes), 'de', t)).toBe(german)
  })

  it('is a weekday within the week, then a date, with its year only when it is another', () => {
    expect(shortTime(at, later(3 * 24 * 60), 'de', t)).toMatch(/^Sa.*15:00$/)
    expect(shortTime(at, later(8 * 24 * 60), 'de', t)).toMatch(/^14\. Nov\.?$/)
    expect(shortTime(at, later(90 * 24 * 60), 'de', t)).toMatch(/^14\. Nov\.? 2026$/)
  })

  it('is whole where it heads a day or is promised', () => {
    expect(dayHeading(at, 'de')).toBe('Samstag, 14. November 2026')
    expect(timeOfDay(at, 'de')).toBe('15:00')
    expect(dueTime(at, 'de')).toMatch(/^Sa.*14\. Nov.*15:00$/)
  })
})

describe('a span', () => {
  it.each([
    [0, '0:00', '0:00'],
    [-65, '1:05', '1:05'],
    [299, '4:59', '4:59'],
    [300, '5 min', '5 Min.'],
    [3_600, '1 h', '1 Std.'],
    [47 * 3_600, '47 h', '47 Std.'],
    [49 * 3_600, '2 days', '2 Tage'],
  ])('of %s seconds', async (seconds, english, german) => {
    await speak('en')
    expect(spanOf(seconds * 1_000, t)).toBe(english)
    await speak('de')
    expect(spanOf(seconds * 1_000, t)).toBe(german)
  })
})
