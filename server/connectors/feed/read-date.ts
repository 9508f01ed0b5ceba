/**
 * Reads a time as feeds write it: RFC 822 with its named zones, ISO 8601 and W3CDTF in all their lengths, `asctime`,
 * and day, month name and year in many languages. A time without a zone is UTC. `undefined` when there is no day in it.
 */
export function readDate(written: string | undefined): Date | undefined {
  const text = written?.trim().slice(0, 100) ?? ''
  if (!text) return undefined
  const clock = readClock(text)
  const day = readEasternDay(text) ?? readIsoDay(text) ?? readNamedDay(text, clock?.zone) ?? readNumberedDay(text)
  if (!day) return undefined
  const [year, month, dayOfMonth] = day
  const midnight = new Date(0)
  midnight.setUTCFullYear(year, month - 1, dayOfMonth)
  const time = midnight.getTime() + (clock ? sinceMidnight(clock) : 0)
  return Number.isNaN(time) ? undefined : new Date(time)
}

function sinceMidnight({ hour, minute, second, milliseconds, zoneMinutes }: Clock): number {
  return ((hour * 60 + minute - zoneMinutes) * 60 + second) * 1000 + milliseconds
}

type Day = [year: number, month: number, day: number]

interface Clock {
  hour: number
  minute: number
  second: number
  milliseconds: number
  zoneMinutes: number
  /** The words of the zone as written, so that they are not taken for a month. */
  zone: string
}

const clockPattern =
  /(?:^|[T\s,-])(?<hour>\d{1,2})[:h](?<minute>\d{2})(?:[:m](?<second>\d{2})(?:[.,](?<fraction>\d+))?)?\s*(?<half>[ap]\.?m\b\.?)?\s*(?<zone>(?:(?:GMT|UTC?|Z)?\s*[+-]\s*\d{1,2}:?\d{0,2})|[a-z]{1,5}\b)?/i

function readClock(text: string): Clock | undefined {
  const found = clockPattern.exec(text)?.groups
  if (!found) return undefined
  const { hour = '', minute = '', second = '0', fraction = '', half, zone = '' } = found
  const afternoon = half?.toLowerCase().startsWith('p') === true
  const written = Number(hour)
  return {
    hour: half ? (written % 12) + (afternoon ? 12 : 0) : written,
    minute: Number(minute),
    second: Number(second),
    milliseconds: fraction ? Math.floor(Number(`0.${fraction}`) * 1000) : 0,
    zoneMinutes: readZone(zone),
    zone,
  }
}

/** Minutes east of Greenwich. RFC 822 5.1, and the names most feeds use beyond it; an unknown name is UTC (RFC 2822 4.3). */
function readZone(zone: string): number {
  const offset = /([+-])\s*(\d{1,2}):?(\d{2})?$/.exec(zone)
  if (!offset) return (zoneHours[zone.toUpperCase()] ?? 0) * 60
  const [, sign, hours = '0', minutes = '0'] = offset
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

// prettier-ignore
const zoneHours: Record<string, number> = {
  EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7, AST: -4, ADT: -3, NST: -3.5, NDT: -2.5,
  AKST: -9, AKDT: -8, HST: -10, ET: -5, CT: -6, MT: -7, PT: -8, BRT: -3, ART: -3,
  WET: 0, WEST: 1, BST: 1, IST: 5.5, CET: 1, MET: 1, MEZ: 1, CEST: 2, MEST: 2, MESZ: 2, EET: 2, EEST: 3, MSK: 3, TRT: 3,
  PKT: 5, ICT: 7, WIB: 7, HKT: 8, SGT: 8, AWST: 8, JST: 9, KST: 9, ACST: 9.5, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13,
}

/** `2003年12月31日`. */
function readEasternDay(text: string): Day | undefined {
  const found = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})/.exec(text)
  return found ? checked([Number(found[1]), Number(found[2]), Number(found[3])]) : undefined
}

/** `2003-12-31`, `20031231`, `2003-12`, `2003`, `-03-12-31`, day of the year `2003-335`, week `2003-W05-2`. */
function readIsoDay(text: string): Day | undefined {
  const week = /^(\d{4})-?W(\d{2})(?:-?(\d))?(?!\d)/i.exec(text)
  if (week) return dayOfWeek(Number(week[1]), Number(week[2]), Number(week[3] ?? 1))
  const ordinal = /^(\d{4})-?(\d{3})(?![\d-])/.exec(text)
  if (ordinal) return checked([Number(ordinal[1]), 1, Number(ordinal[2])], 366)
  const plain =
    /^(\d{4})(?:[-/.]?(\d{2})(?:[-/.]?(\d{2}))?)?(?![\d:])/.exec(text) ??
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text)
  if (plain) return checked([Number(plain[1]), Number(plain[2] ?? 1), Number(plain[3] ?? 1)])
  const short = /^-?(\d{2})-(\d{2})-(\d{2})(?!\d)/.exec(text)
  return short ? checked([century(Number(short[1])), Number(short[2]), Number(short[3])]) : undefined
}

function dayOfWeek(year: number, week: number, day: number): Day {
  const fourth = (new Date(Date.UTC(year, 0, 4)).getUTCDay() + 6) % 7
  return [year, 1, 4 - fourth + (week - 1) * 7 + day - 1]
}

/** A month by its name, a day of one or two digits, a year of two or four, in any order but year first is year. */
function readNamedDay(text: string, zone = ''): Day | undefined {
  const bare = text.replace(clockPattern, ' ').replace(zone, ' ')
  const month = monthIn(bare)
  if (!month) return undefined
  const numbers = (bare.match(/\d+/g) ?? []).filter((one) => one.length <= 4)
  const year = numbers.find((one) => one.length === 4) ?? (numbers.length > 1 ? numbers.at(-1) : undefined)
  const day = numbers.find((one) => one !== year) ?? '1'
  return year === undefined
    ? undefined
    : checked([year.length === 4 ? Number(year) : century(Number(year)), month, Number(day)])
}

/** `31.12.2003`, `31/12/2003`, `12/31/2003` (where it can be nothing else). */
function readNumberedDay(text: string): Day | undefined {
  const found = /(?:^|\D)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/.exec(text)
  if (!found) return undefined
  const [first, second, year] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return checked([year, second, first]) ?? checked([year, first, second])
}

function checked(day: Day, mostDays = 31): Day | undefined {
  const [year, month, dayOfMonth] = day
  return year > 0 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= mostDays ? day : undefined
}

function century(year: number): number {
  if (year >= 100) return year
  return year + (year < 70 ? 2000 : 1900)
}

function monthIn(text: string): number | undefined {
  for (const word of text.toLowerCase().match(/\p{L}[\p{L}\p{M}.]*/gu) ?? []) {
    const found = months().get(plainWord(word)) ?? months().get(plainWord(word).slice(0, 3))
    if (found) return found
  }
  return undefined
}

function plainWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
}

const languages = 'ru uk pl cs sk hu ro bg el tr nl sv da nb fi et lt lv sl id vi pt it es fr de en'.split(' ')
let monthsByName: Map<string, number> | undefined

/** Month names, whole and short, as this machine's language data knows them; English wins where two languages differ. */
function months(): Map<string, number> {
  if (monthsByName) return monthsByName
  monthsByName = new Map()
  for (const language of languages)
    for (const style of ['long', 'short'] as const)
      for (let month = 1; month <= 12; month += 1) {
        const day = new Date(Date.UTC(2003, month - 1, 15))
        const parts = new Intl.DateTimeFormat(language, {
          month: style,
          day: 'numeric',
          timeZone: 'UTC',
        }).formatToParts(day)
        const inSentence = parts.find(({ type }) => type === 'month')?.value ?? ''
        const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' }).format(day)
        for (const name of [inSentence, alone]) if (/\p{L}{2}/u.test(name)) monthsByName.set(plainWord(name), month)
      }
  return monthsByName
}
