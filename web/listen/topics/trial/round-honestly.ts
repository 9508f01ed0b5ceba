/** A guess is rounded to what can be known: to whole numbers, above a hundred to tens, above a thousand to hundreds. */
export function roundHonestly(value: number): number {
  if (value > 0 && value < 1) return 1
  const step = value > 1_000 ? 100 : value > 100 ? 10 : 1
  return Math.round(value / step) * step
}
