/** What kind of thing somebody wrote, in the words of the listening language (`type:`). */
export const postTypes = ['post', 'reply', 'quote', 'review', 'comment', 'question', 'message', 'article'] as const
export type PostType = (typeof postTypes)[number]

/** Who can read a post at its source. */
export const visibilities = ['public', 'unlisted', 'followers', 'direct'] as const
export type Visibility = (typeof visibilities)[number]

/** The account that wrote a post, as its network names it. */
export interface Author {
  /** Stable at the network; a handle may change, this may not. */
  id: string
  handle: string
  name?: string
  url?: string
  followers?: number
}

/**
 * One thing somebody wrote, as a connector heard it: plain text, its network's own ids, nothing of ours.
 * The same `externalId` with a later `editedAt` or another text is a later version of the same post.
 */
export interface HeardPost {
  externalId: string
  /** Plain text; markup is already taken out, lines are kept. */
  text: string
  title?: string
  /** Descriptions of its pictures, in order; '' where a picture has none. */
  mediaDescriptions?: string[]
  author: Author
  url?: string
  createdAt: Date
  editedAt?: Date
  /** BCP 47, as the source states it; the reader decides in the end. */
  language?: string
  /** ISO 3166, only where the source states it. */
  country?: string
  /** External id of the post it answers. */
  inReplyTo?: string
  /** External id of the first post of its thread, where the network tells it. */
  threadRoot?: string
  type?: PostType
  visibility?: Visibility
  /** Addresses it links to. */
  links?: string[]
  /** Stars or points out of the source's own scale. */
  rating?: number
  /** Somebody speaks to us: a mention, a direct message, a form, a mail. Opens a conversation without a topic. */
  addressedToUs?: boolean
  /** Written by our own account at the network (kept as ours, never answered). */
  ours?: boolean
}

/** What a connector hears: a post (new or changed), or that one is gone at its source. */
export type Heard = { kind: 'post'; post: HeardPost } | { kind: 'deleted'; externalId: string }
