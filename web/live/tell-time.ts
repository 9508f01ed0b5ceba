import type { Translate } from './text.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Short time of something past: now, 5m, 2h, Tue 14:02, 3 Nov, 3 Nov 2024. */
export function shortTime(at: string, now: number, locale: string, t: Translate): string {
  const then = new Date(at)
  const age = now - then.getTime()
  if (age < minute) return t('time.now')
  if (age < hour) return t('time.minutes', { count: Math.floor(age / minute) })
  if (age < day) return t('time.hours', { count: Math.floor(age / hour) })
  if (age < 6 * day) return format(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit' }, then)
  if (then.getFullYear() === new Date(now).getFullYear())
    return format(locale, { day: 'numeric', month: 'short' }, then)
  return format(locale, { day: 'numeric', month: 'short', year: 'numeric' }, then)
}

/** The whole date and time, for tips and for forms. */
export function fullTime(at: string, locale: string): string {
  return format(locale, { dateStyle: 'full', timeStyle: 'short' }, new Date(at))
}

/** Time of day, for messages under a day's heading. */
export function timeOfDay(at: string, locale: string): string {
  return format(locale, { hour: '2-digit', minute: '2-digit' }, new Date(at))
}

/** Heading of a day in a thread. */
export function dayHeading(at: string, locale: string): string {
  return format(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, new Date(at))
}

/** A moment soon or later, as a promise or a snooze is due: `Fri 14 Nov, 15:00`. */
export function dueTime(at: string, locale: string): string {
  return format(
    locale,
    { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    new Date(at),
  )
}

/** A span in the largest two-step unit, never exact to the second above five minutes: `12 min`, `3 h`, `2 days`. */
export function spanOf(milliseconds: number, t: Translate): string {
  const size = Math.abs(milliseconds)
  if (size < 5 * minute) {
    const seconds = Math.floor(size / 1_000)
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  }
  if (size < hour) return t('span.minutes', { count: Math.floor(size / minute) })
  if (size < 2 * day) return t('span.hours', { count: Math.floor(size / hour) })
  return t('span.days', { count: Math.floor(size / day) })
}

/** The reader's own kind of a language where their browser has one: `en-US` for `en`; else with the day before the month. */
function localeOf(language: string): string {
  const own =
    typeof navigator === 'undefined' ? undefined : navigator.languages.find((each) => each.startsWith(`${language}-`))
  return own ?? (language === 'en' ? 'en-GB' : language)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: string, options: Intl.DateTimeFormatOptions, at: Date): string {
  const locale = localeOf(language)
  const name = locale + JSON.stringify(options)
  let found = formats.get(name)
  if (!found) formats.set(name, (found = new Intl.DateTimeFormat(locale, options)))
  return found.format(at)
}
