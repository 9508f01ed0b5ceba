/** Readings that a line keeps, of all: by counts in equal steps of sureness from 0 to 1. A step cut by the line counts in part. */
export function keptBy(counts: readonly number[], line: number): { kept: number; all: number } {
  const all = counts.reduce((sum, count) => sum + count, 0)
  const place = line * counts.length
  const kept = counts.reduce((sum, count, step) => sum + count * Math.min(1, Math.max(0, step + 1 - place)), 0)
  return { kept: Math.round(kept), all }
}
