import { type ChallengePost, type Draft, normalised } from './challenge-post.ts'
import { chooseHalves } from './choose-halves.ts'
import type { Half } from './read-challenge.ts'

type Halves = Record<Half, ChallengePost[]>

/** The halves with the drafts in them, numbered on; or a sentence for every text that was there before. */
export function takeDrafts(kept: Halves, drafts: Draft[]): Halves | { problems: string[] } {
  const all = [...kept.open, ...kept.locked]
  const known = new Set(all.map(({ text }) => normalised(text)))
  const problems: string[] = []
  let last = Math.max(0, ...all.map(({ id }) => Number(id.slice(1))))
  const added = drafts.map((draft) => {
    const text = normalised(draft.text)
    if (known.has(text)) problems.push(`“${draft.text}” is in the set already.`)
    known.add(text)
    return { id: `c${String(++last).padStart(4, '0')}`, ...draft }
  })
  if (problems.length > 0) return { problems }
  const chosen = chooseHalves(kept, added)
  const grown = (half: Half) => [...kept[half], ...added.filter(({ id }) => chosen.get(id) === half)]
  return { open: grown('open'), locked: grown('locked') }
}
