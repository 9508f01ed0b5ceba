import type { Evidence } from '../../../model/reading.ts'
import { makeTopicIndex } from '../../matching/topic-index.ts'
import type { TopicIndex } from '../../matching/topic-index.ts'
import type { PostView } from '../../matching/view-post.ts'
import { parseQuery } from '../../topics/parse-query.ts'
import type { Cue } from './cue.ts'

/** What the cues of one label say together. */
export interface Weighed {
  /** From 0 to 1; several cues make surer than one. */
  weight: number
  evidence: Evidence[]
}

/** The cues of a reader, by language, ready to be looked for. */
export interface CueIndex {
  /** By label; nothing for a language without cues. */
  weigh(view: PostView, language: string): Map<string, Weighed> | undefined
}

/** Readies cues. Throws when one is no query: the tests of the lists find it first. */
export function indexCues(cuesByLanguage: Record<string, readonly Cue[]>): CueIndex {
  const indexes = new Map(Object.entries(cuesByLanguage).map(([language, cues]) => [language, indexOf(cues)]))
  return {
    weigh(view, language) {
      const index = indexes.get(language)
      return index && weigh(view, index, cuesByLanguage[language]!)
    },
  }
}

function indexOf(cues: readonly Cue[]): TopicIndex {
  const index = makeTopicIndex()
  for (const [number, cue] of cues.entries()) {
    const { query, problems } = parseQuery(cue.find)
    const error = problems.find((problem) => problem.severity === 'error')
    if (!query || error) throw new Error(`The cue “${cue.example}” cannot be read: ${error?.message}`)
    index.set(String(number), query)
  }
  return index
}

function weigh(view: PostView, index: TopicIndex, cues: readonly Cue[]): Map<string, Weighed> {
  const found = new Map<string, Weighed>()
  for (const topicKey of index.tryPost(view.post).matched) {
    const { label, weight } = cues[Number(topicKey)]!
    const before = found.get(label)
    const evidence = index
      .hitsOf(topicKey, view)
      .map(({ part, ...range }) => (part === 'text' ? range : { ...range, part }))
    found.set(label, {
      weight: 1 - (1 - (before?.weight ?? 0)) * (1 - weight),
      evidence: [...(before?.evidence ?? []), ...evidence],
    })
  }
  return found
}
