import type { AccuracyView, RightShare } from '../../../../contract/readings.ts'
import { estimateShare } from '../../trials/estimate-share.ts'

/** How often people said one thing of what the reader had called another, split by how it came about. */
export interface Judged {
  /** Null or `unknown`: the reader had said nothing. */
  was: string | null
  label: string
  isAbove: boolean
  isSampled: boolean
  count: number
}

/** How often a reader is right, by what people said of its readings. */
export function measureAccuracy(judged: readonly Judged[]): Omit<AccuracyView, 'reader' | 'line'> {
  const read = judged.flatMap((one) => (one.was === null || one.was === 'unknown' ? [] : [{ ...one, was: one.was }]))
  const above = read.filter((one) => one.isAbove)
  const labels = [...new Set(above.map((one) => one.was))].toSorted()
  return {
    sampled: shareRight(above.filter((one) => one.isSampled)),
    all: shareRight(above),
    below: shareRight(read.filter((one) => !one.isAbove)),
    unread: sum(judged.filter((one) => one.was === null || one.was === 'unknown')),
    labels: labels.map((label) => ({ label, ...shareRight(above.filter((one) => one.was === label)) })),
    confusion: confusionOf(above),
  }
}

function shareRight(judged: readonly Judged[]): RightShare {
  const right = sum(judged.filter((one) => one.was === one.label))
  const tries = sum(judged)
  return { right, wrong: tries - right, ...estimateShare(right, tries) }
}

function confusionOf(judged: readonly { was: string; label: string; count: number }[]): AccuracyView['confusion'] {
  const cells = new Map<string, { was: string; label: string; count: number }>()
  for (const { was, label, count } of judged) {
    const key = `${was} ${label}`
    cells.set(key, { was, label, count: (cells.get(key)?.count ?? 0) + count })
  }
  return [...cells.values()]
}

function sum(judged: readonly { count: number }[]): number {
  return judged.reduce((total, one) => total + one.count, 0)
}
