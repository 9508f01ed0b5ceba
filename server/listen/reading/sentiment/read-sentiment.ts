import type { Reading, Readings } from '../../../model/reading.ts'
import { unknownLabel } from '../../../model/reading.ts'
import type { CutPost } from '../cut-post.ts'
import { askEnglish, english } from '../heads/english.ts'
import { askLanguages, languagesRead } from '../heads/languages.ts'
import { carriedBy, decide } from '../heads/read-head.ts'
import type { Said } from '../heads/voices.ts'
import type { Reader } from '../reader.ts'
import { rounded } from '../round-confidence.ts'

/** A positive word that may be meant otherwise makes less sure. */
const ironyLine = 0.6
const doubtOfIrony = 0.8

/**
 * How somebody feels about what they write of: `positive`, `negative`, `neutral`. English has word lists, vectors and a net;
 * seven more languages are read by their n-grams; of all others it says `unknown`.
 */
export const sentiment: Reader = {
  name: 'sentiment',
  get version() {
    return english().set.version
  },
  read(cut, soFar) {
    const said = askOwnLanguage(cut, soFar)
    if (!said) return { label: unknownLabel, confidence: 0, evidence: [] }
    const { label, confidence, at } = decide(said.shares, said.head)
    const isPlain = label === 'neutral' || label === unknownLabel
    return {
      label,
      confidence: rounded(label === 'positive' ? confidence * doubtOf(cut, soFar) : confidence),
      evidence: isPlain ? [] : carriedBy(cut, said.scores, said.head, at),
    }
  },
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
