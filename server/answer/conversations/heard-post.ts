import type { Selectable } from 'kysely'
import type { PostTable } from '../../db/listening-tables.ts'
import type { StoredReading } from '../../db/reading-tables.ts'
import type { Hit } from '../../model/hit.ts'
import type { Closing } from '../../model/turn-machine.ts'

/** A kept post, as far as a conversation needs it. */
export type StoredPost = Pick<
  Selectable<PostTable>,
  | 'id'
  | 'postedAt'
  | 'keptAt'
  | 'channelId'
  | 'idSpace'
  | 'externalId'
  | 'threadKey'
  | 'author'
  | 'addressedToUs'
  | 'ours'
  | 'url'
  | 'version'
  | 'deletedAt'
>

/** A post with what the pipeline has found out about it. */
export interface HeardPost {
  workspaceId: string
  post: StoredPost
  matches: readonly { topicId: string; topicVersion: number; hits: Hit[] }[]
  /** By reader; `closing` says whether the customer seems to be done. */
  reading: Readonly<Record<string, StoredReading>>
  /** The group of posts that say the same; null where it says too little to be a copy of anything. */
  copiesId?: string | null
}

/** What the reader of endings made of it. */
export function closingOf(reading: HeardPost['reading']): Closing {
  const label = reading['closing']?.label
  return label === 'thanks' || label === 'still_failing' ? label : null
}

/** The proposal to end, as the conversation keeps it: which message, and where in it they say so. */
export function proposalOf(messageId: string, reading: HeardPost['reading']): string {
  const places = (reading['closing']?.evidence ?? []).map(({ start, end, part }) => ({
    start,
    end,
    ...(part === undefined ? {} : { part }),
  }))
  return JSON.stringify({ messageId, places })
}
