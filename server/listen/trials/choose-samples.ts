import { byChance } from './by-chance.ts'

export const mostSamples = 20

/** A post by its keys. */
export interface PostPlace {
  id: string
  postedAt: Date
}

/** Up to twenty of some posts, by chance and yet the same ones each time. */
export function chooseSamples(posts: readonly PostPlace[], leaveOut: ReadonlySet<string>): PostPlace[] {
  return posts
    .filter(({ id }) => !leaveOut.has(id))
    .toSorted(byChance)
    .slice(0, mostSamples)
    .map(({ id, postedAt }) => ({ id, postedAt }))
}
