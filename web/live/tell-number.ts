/** Exact up to 9,999, then 12.4k. */
export function shortNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, value > 9_999 ? { notation: 'compact', maximumFractionDigits: 1 } : {}).format(
    value,
  )
}

/** A number in the nav: it stops at 999+. */
export function badgeNumber(value: number): string {
  return value > 999 ? '999+' : String(value)
}

/** A share: no decimals over 10 %, one below. */
export function shareOf(part: number, whole: number, locale: string): string {
  const share = whole === 0 ? 0 : part / whole
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(share)
}
