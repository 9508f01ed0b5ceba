import type { Evidence, Reading, Readings } from '../../../model/reading.ts'
import { unknownLabel } from '../../../model/reading.ts'
import type { CutPost } from '../cut-post.ts'
import { askEnglish, english } from '../heads/english.ts'
import { askLanguages, languagesRead } from '../heads/languages.ts'
import { carriedBy, decide } from '../heads/read-head.ts'
import type { Said } from '../heads/voices.ts'
import type { Reader } from '../reader.ts'
import { rounded } from '../round-confidence.ts'
import { leanByCues, leaned } from './lean-by-cues.ts'

/** A positive word that may be meant otherwise makes less sure. */
const ironyLine = 0.6
const doubtOfIrony = 0.8

/** Goes up when cues count otherwise. */
const leanVersion = 1

/**
 * How somebody feels about what they write of: `positive`, `negative`, `neutral`. English has word lists, vectors and a net;
 * seven more languages are read by their n-grams; cues for complaints and praise lean both; of all others it says `unknown`.
 */
export const sentiment: Reader = {
  name: 'sentiment',
  get version() {
    return `${english().set.version}.${leanVersion}`
  },
  read(cut, soFar) {
    const said = askOwnLanguage(cut, soFar)
    if (!said) return { label: unknownLabel, confidence: 0, evidence: [] }
    const lean = leanByCues(cut, soFar)
    const shares = leaned(said.shares, said.head.labels, lean)
    const { label, confidence, at } = decide(shares, said.head)
    const isPlain = label === 'neutral' || label === unknownLabel
    return {
      label,
      confidence: rounded(label === 'positive' ? confidence * doubtOf(cut, soFar) : confidence),
      evidence: isPlain ? [] : together(lean.evidence(label), carriedBy(cut, said, at)),
    }
  },
}

/** Words of cues, then words that carried the n-grams, none shown twice; in the order of the post. */
function together(cued: readonly Evidence[], carried: readonly Evidence[]): Evidence[] {
  const shown: Evidence[] = []
  for (const one of [...cued, ...carried]) {
    const isFree = shown.every(({ part, start, end }) => part !== one.part || end <= one.start || start >= one.end)
    if (isFree) shown.push(one)
  }
  return shown.toSorted((one, two) => one.start - two.start)
}

function askOwnLanguage(cut: CutPost, soFar: Readings): Said | undefined {
  const language: Reading | undefined = soFar['language']
  if (language && languagesRead.has(language.label)) return askLanguages(cut, language.label)
  return askEnglish(cut, soFar, 'sentiment')
}

function doubtOf(cut: CutPost, soFar: Readings): number {
  const irony = askEnglish(cut, soFar, 'irony')
  if (!irony || soFar['language']?.label !== 'en') return 1
  const { label, confidence } = decide(irony.shares, irony.head)
  return label === 'irony' && confidence >= ironyLine ? doubtOfIrony : 1
}
