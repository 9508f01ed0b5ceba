import { unknownLabel } from '../../model/reading.ts'
import { intentCues } from './cues/intent.ts'
import { indexCues } from './cues/weigh-cues.ts'
import type { Reader } from './reader.ts'
import { rounded } from './round-confidence.ts'
import { viewOf } from './view-of-cut.ts'

const cues = indexCues(intentCues)
const line = 0.6

/** What somebody wants by writing: `complaint`, `question`, `praise`, or `other`. */
export const intent: Reader = {
  name: 'intent',
  version: '1',
  read(cut, soFar) {
    const found = cues.weigh(viewOf(cut), soFar['language']?.label ?? '')
    if (!found) return { label: unknownLabel, confidence: 0, evidence: [] }
    // A complaint put as a question is a complaint first.
    const order = ['complaint', 'praise', 'question']
    const sorted = [...found].toSorted(
      ([a, one], [b, two]) => two.weight - one.weight || order.indexOf(a) - order.indexOf(b),
    )
    const complaint = found.get('complaint')
    const [label, best] =
      complaint && complaint.weight >= line ? (['complaint', complaint] as const) : (sorted[0] ?? [])
    if (label === undefined || !best || best.weight < line) return { label: 'other', confidence: 0.6, evidence: [] }
    return { label, confidence: rounded(best.weight), evidence: best.evidence }
  },
}
