/** How well labels were told: as shares from 0 to 1. */
export interface LabelScores {
  count: number
  accuracy: number
  macroRecall: number
  macroF1: number
  /** Row: what it is; column: what was said. */
  confusion: number[][]
  precision: number[]
  recall: number[]
  f1: number[]
}

export interface Told {
  label: number
  said: number
  confidence: number
}

export function scoreLabels(told: readonly Told[], labels: number): LabelScores {
  const confusion = Array.from({ length: labels }, () => Array.from({ length: labels }, () => 0))
  for (const { label, said } of told) confusion[label]![said]!++
  const recall = confusion.map((row, label) => share(row[label]!, sumOf(row)))
  const precision = confusion.map((_, label) =>
    share(confusion[label]![label]!, sumOf(confusion.map((row) => row[label]!))),
  )
  const f1 = recall.map((own, label) => share(2 * own * precision[label]!, own + precision[label]!))
  const right = told.filter(({ label, said }) => label === said).length
  return {
    count: told.length,
    accuracy: share(right, told.length),
    macroRecall: sumOf(recall) / labels,
    macroF1: sumOf(f1) / labels,
    confusion,
    precision,
    recall,
    f1,
  }
}

/** Mean distance between confidence and how often that was right, over ten bands of confidence. */
export function calibrationError(told: readonly Told[]): number {
  const bands = Array.from({ length: 10 }, () => ({ count: 0, right: 0, confidence: 0 }))
  for (const { label, said, confidence } of told) {
    const band = bands[Math.min(9, Math.floor(confidence * 10))]!
    band.count++
    band.right += label === said ? 1 : 0
    band.confidence += confidence
  }
  return sumOf(bands.map(({ right, confidence }) => Math.abs(right - confidence))) / Math.max(1, told.length)
}

/** How often the surest share of all is right. */
export function accuracyAt(told: readonly Told[], coverage: number): number {
  const surest = told.toSorted((a, b) => b.confidence - a.confidence).slice(0, Math.round(told.length * coverage))
  return share(surest.filter(({ label, said }) => label === said).length, surest.length)
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
