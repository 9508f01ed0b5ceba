import { unknownLabel } from '../../model/reading.ts'
import { urgencyCues } from './cues/urgency.ts'
import { indexCues } from './cues/weigh-cues.ts'
import type { Reader } from './reader.ts'
import { rounded } from './round-confidence.ts'
import { viewOf } from './view-of-cut.ts'

const cues = indexCues(urgencyCues)
const line = 0.6

/** How soon an answer is needed: `high`, `normal`, `low`. */
export const urgency: Reader = {
  name: 'urgency',
  version: '1',
  read(cut, soFar) {
    const found = cues.weigh(viewOf(cut), soFar['language']?.label ?? '')
    if (!found) return { label: unknownLabel, confidence: 0, evidence: [] }
    const high = found.get('high')
    if (high && high.weight >= line) return { label: 'high', confidence: rounded(high.weight), evidence: high.evidence }
    const low = found.get('low')
    if (low && low.weight >= line) return { label: 'low', confidence: rounded(low.weight), evidence: low.evidence }
    return { label: 'normal', confidence: 0.7, evidence: [] }
  },
}
