import { z } from 'zod'
import type { HeardPost } from '../../model/post.ts'
import { CursorLost } from '../connector.ts'
import { versionOf } from './parse.ts'

/** One entry of a timeline: its own id there (of a notification or a repost, say) and the post it brings. */
export interface Entry {
  id: string
  post: HeardPost
}

/** How many entries a place remembers: more than a page, so that a page tells what is new, changed or gone. */
const remembered = 60

const placeSchema = z.object({
  /** Where the next page begins, as the server's links say it. */
  newest: z.string().optional(),
  /** Entries heard last, oldest first: entry id, version of its words, and the post's id where it is another. */
  recent: z.array(z.tuple([z.string(), z.string()], z.string())),
  askedAt: z.number().optional(),
  /** Set while the server does not offer this timeline. */
  notBefore: z.number().optional(),
})

/** How far one timeline is heard. */
export type Place = z.infer<typeof placeSchema>

const cursorSchema = z.object({
  places: z.record(z.string(), placeSchema),
  /** Servers without open lines are not asked for one at every round. */
  noLinesUntil: z.number().optional(),
})
export type MastodonCursor = z.infer<typeof cursorSchema>

/** The saved cursor. Throws `CursorLost` when it is not one of ours. */
export function readCursor(saved: unknown): MastodonCursor {
  if (saved === null || saved === undefined) return { places: {} }
  const parsed = cursorSchema.safeParse(saved)
  if (!parsed.success) throw new CursorLost('The saved place of this channel cannot be read.', { cause: parsed.error })
  return parsed.data
}

/** The place after these entries (oldest first) were heard. */
export function passed(place: Place | undefined, entries: Entry[], newest?: string): Place {
  const heard = new Set(entries.map((entry) => entry.id))
  const kept = (place?.recent ?? []).filter(([id]) => !heard.has(id))
  const added = entries.map(rememberedAs)
  const reached = newest ?? entries.at(-1)?.id ?? place?.newest
  return { ...place, recent: [...kept, ...added].slice(-remembered), ...(reached !== undefined && { newest: reached }) }
}

function rememberedAs({ id, post }: Entry): Place['recent'][number] {
  return id === post.externalId ? [id, versionOf(post)] : [id, versionOf(post), post.externalId]
}

/** The post that a remembered entry brought. */
export function postIdOf([id, , postId = id]: Place['recent'][number]): string {
  return postId
}

export function isKnown(place: Place | undefined, entryId: string): boolean {
  return place?.recent.some(([id]) => id === entryId) ?? false
}

/** Known, but with other words than when it was heard. */
export function isChanged(place: Place, { id, post }: Entry): boolean {
  const version = versionOf(post)
  return place.recent.some(([knownId, known]) => knownId === id && known !== version)
}

/** The place without some posts: they are gone, or nothing can be told from them any more. */
export function withoutPosts(place: Place, postIds: string[]): Place {
  return { ...place, recent: place.recent.filter((one) => !postIds.includes(postIdOf(one))) }
}
