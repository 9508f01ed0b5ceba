import { unknownLabel } from '../../../model/reading.ts'
import type { Reader } from '../reader.ts'
import { rounded } from '../round-confidence.ts'
import { askEnglish, english } from './english.ts'
import { carriedBy, decide } from './read-head.ts'

/** A reader that says what a head says of English posts. `plain` is the label that nothing needs to carry. */
export function headReader({ name, plain }: { name: string; plain?: string }): Reader {
  return {
    name,
    get version() {
      return english().set.version
    },
    read(cut, soFar) {
      const said = askEnglish(cut, soFar, name)
      if (!said) return { label: unknownLabel, confidence: 0, evidence: [] }
      const { label, confidence, at } = decide(said.shares, said.head)
      const isPlain = label === plain || label === unknownLabel
      return {
        label,
        confidence: rounded(confidence),
        evidence: isPlain ? [] : carriedBy(cut, said, at),
      }
    },
  }
}
