import { createHash } from 'node:crypto'
import { type ChallengePost, fieldsOf, kindOf } from './challenge-post.ts'
import type { Half } from './read-challenge.ts'

/** Changing it would mix the halves; it never changes. */
const seed = 'earshot-challenge-1'

/**
 * The half of each new post. Posts of one language, kind and label lie in one stratum; within it they go by turns, in the
 * order of a seeded hash of their ids, to the half that has fewer; where it is even, to the half that has fewer of their
 * other labels, then by the hash. What is in a half stays there, so the set can grow while people tune on the open half.
 */
export function chooseHalves(kept: Record<Half, ChallengePost[]>, added: ChallengePost[]): Map<string, Half> {
  const lead = new Map<string, number>()
  const count = (post: ChallengePost, half: Half) => {
    for (const key of [stratumOf(post), ...marginsOf(post)])
      lead.set(key, (lead.get(key) ?? 0) + (half === 'open' ? 1 : -1))
  }
  for (const post of kept.open) count(post, 'open')
  for (const post of kept.locked) count(post, 'locked')
  const chosen = new Map<string, Half>()
  for (const post of added.toSorted((a, b) => (hashOf(a.id) < hashOf(b.id) ? -1 : 1))) {
    const margins = marginsOf(post).reduce((sum, key) => sum + (lead.get(key) ?? 0), 0)
    const ahead = lead.get(stratumOf(post)) || margins || coin(post.id)
    const half = ahead > 0 ? 'locked' : 'open'
    count(post, half)
    chosen.set(post.id, half)
  }
  return chosen
}

/** Posts that the two halves should share evenly. */
export function stratumOf(post: ChallengePost): string {
  return [kindOf(post), post.language, post.intent ?? post.closing ?? post.usefulness ?? post.feedback].join(' ')
}

function marginsOf(post: ChallengePost): string[] {
  return [post.language, ...fieldsOf(post).map((field) => `${field} ${post[field]}`)]
}

function hashOf(id: string): string {
  return createHash('sha256').update(`${seed} ${id}`).digest('hex')
}

function coin(id: string): number {
  return Number.parseInt(hashOf(id).slice(0, 8), 16) % 2 === 0 ? 1 : -1
}
