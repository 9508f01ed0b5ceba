import { assert, constantFrom, date, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate } from './read-date.ts'

const toSeconds = (time: Date | undefined) => Math.floor((time?.getTime() ?? 0) / 1000)

describe('reads a time as feeds write it', () => {
  test.each([
    ['Thu, 01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21Z'],
    ['Thu, 01 Jan 2004 19:48:21 +0200', '2004-01-01T17:48:21Z'],
    ['01 Jan 2004 19:48 EST', '2004-01-02T00:48:00Z'],
    ['Thu,  1 Jan 04 19:48:21 PDT', '2004-01-02T02:48:21Z'],
    ['Thu, 01 Jan 04 19:48:21 CEST', '2004-01-01T17:48:21Z'],
    ['Jan 1, 2004 7:48 PM', '2004-01-01T19:48:00Z'],
    ['Thu Jan  1 19:48:21 2004', '2004-01-01T19:48:21Z'],
    ['Wrongday, 31 December 2003 24:00:00 UTC', '2004-01-01T00:00:00Z'],
    ['2003-12-31T10:14:55Z', '2003-12-31T10:14:55Z'],
    ['2003-12-31T10:14:55.5-08:00', '2003-12-31T18:14:55.500Z'],
    ['2003-12-31 10:14:55', '2003-12-31T10:14:55Z'],
    ['2003-12-31T10:14', '2003-12-31T10:14:00Z'],
    ['2003-12-31', '2003-12-31T00:00:00Z'],
    ['20031231', '2003-12-31T00:00:00Z'],
    ['2003-12', '2003-12-01T00:00:00Z'],
    ['2003', '2003-01-01T00:00:00Z'],
    ['2003-335', '2003-12-01T00:00:00Z'],
    ['2004-W01-4', '2004-01-01T00:00:00Z'],
    ['-03-12-31', '2003-12-31T00:00:00Z'],
    ['Thu, 5 Mai 2022 10:00:00 +0200', '2022-05-05T08:00:00Z'],
    ['mercredi 3 août 2022', '2022-08-03T00:00:00Z'],
    ['3. März 2022, 08:15', '2022-03-03T08:15:00Z'],
    ['12 июля 2004', '2004-07-12T00:00:00Z'],
    ['2004년 05월 28일 01:31:15', '2004-05-28T01:31:15Z'],
    ['31.12.2003 10:14', '2003-12-31T10:14:00Z'],
    ['12/31/2003', '2003-12-31T00:00:00Z'],
  ])('%s', (written, expected) => expect(readDate(written)?.toISOString()).toBe(new Date(expected).toISOString()))

  test.each(['', '   ', 'yesterday', 'n/a', 'Thu', '99/99/2003', 'May', '0000-00-00T00:00:00Z'])(
    'no day in “%s”',
    (written) => expect(readDate(written)).toBeUndefined(),
  )
})

describe('for any time', () => {
  const times = date({ min: new Date('1971-01-01'), max: new Date('2068-12-31'), noInvalidDate: true })

  test('what JavaScript writes comes back', () => {
    assert(
      property(times, (time) => {
        expect(readDate(time.toISOString())?.getTime()).toBe(time.getTime())
        expect(toSeconds(readDate(time.toUTCString()))).toBe(toSeconds(time))
        expect(toSeconds(readDate(time.toUTCString().replace('GMT', '+0000')))).toBe(toSeconds(time))
      }),
    )
  })

  test('month names of other languages come back', () => {
    assert(
      property(times, constantFrom('de', 'fr', 'es', 'it', 'pl', 'ru', 'pt', 'nl', 'sv'), (time, language) => {
        const format = new Intl.DateTimeFormat(language, {
          day: 'numeric',
          month: 'long',
          year: 'numeric',
          timeZone: 'UTC',
        })
        expect(readDate(format.format(time))?.toISOString().slice(0, 10)).toBe(time.toISOString().slice(0, 10))
      }),
    )
  })
})

test('never throws and never takes long, whatever is written', () => {
  assert(property(string({ maxLength: 200 }), (text) => void readDate(text)))
  const started = process.threadCpuUsage().user
  readDate('1:'.repeat(1_000_000))
  readDate(`${' '.repeat(50)}${'9'.repeat(1_000_000)}`)
  expect(process.threadCpuUsage().user - started).toBeLessThan(500_000)
})
