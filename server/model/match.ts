import type { Author, PostType } from './post.ts'

/** What matching looks at. A heard post with the kind of its channel is one. */
export interface MatchablePost {
  text: string
  title?: string
  /** Descriptions of its pictures, in order; '' where a picture has none. */
  mediaDescriptions?: readonly string[]
  author?: Pick<Author, 'handle' | 'followers'> & { id?: string }
  url?: string
  links?: readonly string[]
  country?: string
  type?: PostType
  inReplyTo?: string
  rating?: number
  /** The kind of the channel it came by, such as `bluesky`. */
  channel?: string
}

export const hitParts = ['title', 'text', 'alt'] as const
export type HitPart = (typeof hitParts)[number]

/**
 * Words that made a query match: a range in UTF-16 units, end exclusive. `alt` counts in the descriptions of the
 * pictures, joined by line breaks.
 */
export interface Hit {
  part: HitPart
  start: number
  end: number
}

/** A topic that found a post, with the words that hit. */
export interface TopicMatch {
  topicKey: string
  hits: Hit[]
}
