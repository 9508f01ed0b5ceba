import type { Author, PostType } from '../../model/post.ts'
import type { MatchablePost } from '../../model/match.ts'

/** The columns of a kept post that matching looks at, with the kind of its channel. */
export interface KeptPost {
  text: string
  title: string | null
  mediaDescriptions: string[]
  author: Author
  url: string | null
  links: string[]
  country: string | null
  type: PostType
  inReplyTo: string | null
  rating: number | null
  channelKind: string
}

/** A kept post as the matcher takes it. */
export function matchableFrom(post: KeptPost): MatchablePost {
  return {
    text: post.text,
    mediaDescriptions: post.mediaDescriptions,
    author: post.author,
    links: post.links,
    type: post.type,
    channel: post.channelKind,
    ...(post.title !== null && { title: post.title }),
    ...(post.url !== null && { url: post.url }),
    ...(post.country !== null && { country: post.country }),
    ...(post.inReplyTo !== null && { inReplyTo: post.inReplyTo }),
    ...(post.rating !== null && { rating: post.rating }),
  }
}
