import type { NormalEntry } from './normal-feed.ts'

const shortestSeconds = 5 * 60
const longestSeconds = 24 * 3600

interface Known {
  /** As the publisher says in the feed. */
  everyMinutes?: number | undefined
  /** As the answer's headers say. */
  maxAgeSeconds?: number | undefined
  entries: Pick<NormalEntry, 'published' | 'updated'>[]
  now: Date
}

/**
 * How long to wait before a feed is asked again: not sooner than the publisher wants it, and the more often the more
 * often something new comes, between five minutes and a day.
 */
export function decideWait({ everyMinutes = 0, maxAgeSeconds = 0, entries, now }: Known): number {
  const wanted = Math.max(everyMinutes * 60, maxAgeSeconds)
  return Math.round(Math.min(longestSeconds, Math.max(shortestSeconds, wanted, byActivity(entries, now))))
}

/** A quarter of the usual time between two entries, or of the time since the newest where that is longer. */
function byActivity(entries: Known['entries'], now: Date): number {
  const times = entries
    .flatMap(({ published, updated }) => (published ?? updated)?.getTime() ?? [])
    .filter((time) => time <= now.getTime())
    .sort((one, other) => other - one)
    .slice(0, 20)
  const [newest] = times
  if (newest === undefined) return 3600
  const gaps = times.slice(1).map((time, index) => (times[index] ?? time) - time)
  gaps.sort((one, other) => one - other)
  const usual = gaps[Math.floor(gaps.length / 2)] ?? 0
  return Math.max(usual, now.getTime() - newest) / 1000 / 4
}

/** Seconds for which an answer is fresh (RFC 9111 4.2.1): `max-age`, else `Expires`. */
export function freshSeconds(headers: Headers, now: Date): number | undefined {
  const control = headers.get('cache-control') ?? ''
  if (/\bno-(?:cache|store)\b/i.test(control)) return undefined
  const age = /\bmax-age\s*=\s*"?(\d{1,9})/i.exec(control)?.[1]
  if (age !== undefined) return Number(age)
  const expires = Date.parse(headers.get('expires') ?? '')
  return expires > now.getTime() ? (expires - now.getTime()) / 1000 : undefined
}

/** Seconds of a `Retry-After`, a number or a date (RFC 9110 10.2.3). */
export function retryAfterSeconds(headers: Headers, now: Date): number | undefined {
  const written = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(written)) return Number(written)
  const until = Date.parse(written)
  return until > now.getTime() ? Math.ceil((until - now.getTime()) / 1000) : undefined
}
