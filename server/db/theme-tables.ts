import type { InWorkspace, Json, Made, Row, WithDefault } from './column.ts'

/** What many posts of a topic are about. */
export interface ThemeTable extends Row {
  topicId: string
  name: string
  /** The words it has more of than the other themes. */
  words: WithDefault<string[]>
  /** Who named it; null while its words name it. */
  namedBy: string | null
  /** Its posts count for this theme. */
  mergedInto: string | null
  /** The theme whose posts it took a part of. */
  splitFrom: string | null
  /** Set while it is pinned: tells of a post whether it belongs here. */
  classifier: Json<StoredClassifier> | null
  pinnedBy: string | null
  pinnedAt: Date | null
  madeAt: Made
  removedAt: Date | null
}

/** A linear rule over the words of a post. */
export interface StoredClassifier {
  version: number
  words: Record<string, number>
  bias: number
  /** A post with at least so much belongs to the theme. */
  line: number
}

export interface ThemePostTable extends InWorkspace {
  themeId: string
  postId: string
  postedAt: Date
  /** How near to the middle of the theme, from 0 to 1. */
  nearness: number
}

/** When the posts of a topic were last looked through for themes. */
export interface ThemeLookTable extends InWorkspace {
  topicId: string
  at: Made
  posts: number
  /** Pinned themes have taken their posts up to here. */
  placedTo: Date
}
