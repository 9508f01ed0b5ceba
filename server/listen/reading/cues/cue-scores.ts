import type { Evidence } from '../../../model/reading.ts'
import { type CutPost, evidenceOf } from '../cut-post.ts'
import type { CueHit } from './index-cues.ts'

/** What cues say: points by reader and label, such as `intent.complaint`, and the hits that gave them. */
export interface CueScores {
  points: Map<string, number>
  hits: Map<string, CueHit[]>
}

/**
 * Points by reader and label: the strongest cue counts whole, each further one half as much as the one before it, so that ten hints
 * do not outdo one plain word. Cues against a label take all their points away.
 */
export function scoreCues(found: readonly CueHit[]): CueScores {
  const hits = new Map<string, CueHit[]>()
  for (const hit of found) {
    const name = `${hit.cue.reader}.${hit.cue.label}`
    const list = hits.get(name)
    if (list) list.push(hit)
    else hits.set(name, [hit])
  }
  const points = new Map<string, number>()
  for (const [name, list] of hits) points.set(name, pointsOf(list))
  return { points, hits }
}

function pointsOf(hits: CueHit[]): number {
  hits.sort((one, two) => two.cue.points - one.cue.points)
  let sum = 0
  let share = 1
  for (const { cue } of hits) {
    sum += cue.points * (cue.points > 0 ? share : 1)
    share /= 2
  }
  return sum
}

/** The words that spoke for a label, strongest first, three at most. */
export function evidenceFor(cut: CutPost, ...lists: (readonly CueHit[] | undefined)[]): Evidence[] {
  const places = new Set<string>()
  const evidence: Evidence[] = []
  for (const { cue, from, to } of lists.flatMap((list) => list ?? [])) {
    if (cue.points < 0 || evidence.length === 3 || places.has(`${from} ${to}`)) continue
    places.add(`${from} ${to}`)
    evidence.push(evidenceOf(cut, from, to))
  }
  return evidence
}
