/** A figure a day to two places: more would claim what is not known. */
export function perDay(total: number, days: number): number {
  return Math.round((total / days) * 100) / 100
}
