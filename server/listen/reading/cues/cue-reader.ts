import { unknownLabel } from '../../../model/reading.ts'
import type { Reader } from '../reader.ts'
import { decideLabel, readyWeights, type SignalWeights } from './decide-label.ts'
import { evidenceOfSignals, signalsOf } from './signals.ts'

/** A reader that weighs cues and heads. Its evidence is the words of the cues that speak for the label it chose. */
export function cueReader({
  name,
  version,
  weights,
}: {
  name: string
  version: string
  weights: SignalWeights
}): Reader {
  const ready = readyWeights(weights)
  const speakers = new Map(Object.entries(weights).map(([label, row]) => [label, speakersFor(row)]))
  return {
    name,
    version,
    read(cut, soFar) {
      const signals = signalsOf(cut, soFar)
      if (!signals.isReadable || cut.words.length === 0) return { label: unknownLabel, confidence: 0, evidence: [] }
      const { label, confidence } = decideLabel(signals, ready)
      return { label, confidence, evidence: evidenceOfSignals(cut, signals, speakers.get(label)!) }
    },
  }
}

/** Signals of cues that speak for a label, strongest first. */
function speakersFor(row: Readonly<Record<string, number>>): string[] {
  return Object.entries(row)
    .filter(([signal, weight]) => weight > 0 && signal.includes('.'))
    .toSorted(([, one], [, two]) => two - one)
    .map(([signal]) => signal)
}
