import { unknownLabel } from '../../model/reading.ts'
import { closingCues } from './cues/closing.ts'
import { indexCues } from './cues/weigh-cues.ts'
import type { Reader } from './reader.ts'
import { rounded } from './round-confidence.ts'
import { viewOf } from './view-of-cut.ts'

const cues = indexCues(closingCues)

/** A thanks must be nearly sure: on it an ending is proposed. */
const thanksLine = 0.6
const failingLine = 0.5

/** Longer messages tell something; a thanks in them is courtesy. */
const longestThanks = 60

/** Whether somebody ends the matter: `thanks`, `still_failing`, or `none`. */
export const closing: Reader = {
  name: 'closing',
  version: '1',
  read(cut, soFar) {
    const view = viewOf(cut)
    const found = cues.weigh(view, languageFor(soFar['language']?.label, view.words))
    if (!found) return { label: unknownLabel, confidence: 0, evidence: [] }
    const failing = found.get('still_failing')
    if (failing && failing.weight >= failingLine) {
      return { label: 'still_failing', confidence: rounded(failing.weight), evidence: failing.evidence }
    }
    const thanks = found.get('thanks')
    const isEnd = thanks && thanks.weight >= thanksLine && !found.has('none') && view.words.length <= longestThanks
    if (isEnd) return { label: 'thanks', confidence: rounded(thanks.weight), evidence: thanks.evidence }
    return { label: 'none', confidence: thanks || failing ? 0.6 : 0.9, evidence: [] }
  },
}

const germanThanks = new Set(['danke', 'dankeschön', 'dank'])

/** Ends are often too short for their language to be told, but their words are well known. */
function languageFor(known: string | undefined, words: readonly string[]): string {
  if (known !== undefined && known !== unknownLabel && (known in closingCues || words.length > 8)) return known
  return words.some((word) => germanThanks.has(word)) ? 'de' : 'en'
}
