import { expect, test } from 'vitest'
import type { ChallengePost, Draft } from './challenge-post.ts'
import { takeDrafts } from './take-drafts.ts'

const draft: Draft = { language: 'en', text: 'Still broken.', tags: [], closing: 'still_failing' }
const kept: ChallengePost = { id: 'c0041', language: 'en', text: 'Works now!', tags: [], closing: 'thanks' }

function refused(drafts: Draft[]): unknown {
  return takeDrafts({ open: [], locked: [kept] }, drafts)
}

test('drafts are numbered on and nothing that was there moves', () => {
  const taken = takeDrafts({ open: [kept], locked: [] }, [draft, { ...draft, text: 'Nope' }])
  if ('problems' in taken) throw new Error(taken.problems.join())
  expect(taken.open[0]).toEqual(kept)
  const added = [...taken.open.slice(1), ...taken.locked]
  expect(added.map(({ id }) => id).toSorted()).toEqual(['c0042', 'c0043'])
})

test('a copy is refused whatever its capitals and marks, in the set or among the drafts', () => {
  expect(refused([{ ...draft, text: 'works  NOW' }])).toEqual({
    problems: ['“works  NOW” is in the set already.'],
  })
  expect(refused([draft, { ...draft, text: 'still broken' }])).toHaveProperty('problems')
  expect(refused([{ ...draft, text: '👍' }])).toHaveProperty('open')
})
