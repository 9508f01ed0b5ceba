import type { CutPost } from '../cut-post.ts'
import type { Readings } from '../../../model/reading.ts'
import { unknownLabel } from '../../../model/reading.ts'
import { type CueLanguage, cueLanguages } from './cue-labels.ts'
import { type CueHit, type CueIndex, indexCues } from './index-cues.ts'
import { loadCues } from './load-cues.ts'

/** Every cue of every reader that a post holds. */
export interface FoundCues {
  /** The language whose cues were looked for; none where the post is surely in one without cues. */
  language: CueLanguage | undefined
  hits: readonly CueHit[]
}

const indexes = new Map<CueLanguage, CueIndex>()
const found = new WeakMap<CutPost, FoundCues>()

/** Looks for the cues of all readers at once; the second reader of the same post gets what the first one found. */
export function findCues(cut: CutPost, soFar: Readings): FoundCues {
  const before = found.get(cut)
  if (before) return before
  const cues = lookFor(cut, soFar['language']?.label ?? unknownLabel)
  found.set(cut, cues)
  return cues
}

function lookFor(cut: CutPost, label: string): FoundCues {
  const language = cueLanguages.find((known) => known === label)
  if (language) return { language, hits: indexOf(language).find(cut) }
  if (label !== unknownLabel) return { language: undefined, hits: [] }
  // Too short to tell the language: its own words tell it, English when none does.
  const tries = cueLanguages.map((known) => ({ language: known, hits: indexOf(known).find(cut) }))
  return tries.reduce((best, one) => (strength(one.hits) > strength(best.hits) ? one : best))
}

function strength(hits: readonly CueHit[]): number {
  return hits.reduce((sum, { cue }) => sum + Math.abs(cue.points), 0)
}

function indexOf(language: CueLanguage): CueIndex {
  let index = indexes.get(language)
  if (!index) {
    index = indexCues(loadCues(language))
    indexes.set(language, index)
  }
  return index
}
