/** A feed of any kind, in one form. Addresses are whole, times are times, texts say whether they are HTML. */
export interface NormalFeed {
  title?: NormalText
  description?: NormalText
  /** The page the feed belongs to. */
  link?: string
  authors: NormalPerson[]
  language?: string
  published?: Date
  updated?: Date
  /** How often the publisher says that it is worth asking. */
  everyMinutes?: number
  /** As the feed has them, mostly newest first. */
  entries: NormalEntry[]
}

export interface NormalEntry {
  /** The feed's own id, where it gives one. */
  id?: string
  title?: NormalText
  link?: string
  authors: NormalPerson[]
  summary?: NormalText
  content?: NormalText
  published?: Date
  updated?: Date
  created?: Date
  language?: string
  /** What its pictures and films are said to show. */
  mediaDescriptions: string[]
  /** Id of the post it answers (RFC 4685). */
  inReplyTo?: string
}

export interface NormalText {
  value: string
  isHtml: boolean
}

export interface NormalPerson {
  name?: string
  email?: string
  uri?: string
}
