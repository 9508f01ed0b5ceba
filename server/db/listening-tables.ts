import type { Hit } from '../model/hit.ts'
import type { Author, PostType, Visibility } from '../model/post.ts'
import type { InWorkspace, Json, Made, Row, WithDefault } from './column.ts'
import type { ColumnType, Generated } from 'kysely'

export type ChannelState = 'ok' | 'catching_up' | 'limited' | 'needs_sign_in' | 'failing' | 'paused'

export interface ChannelTable extends Row {
  kind: string
  name: string
  idSpace: string
  /** One sealed document; see `access/seal.ts`. */
  settings: Buffer
  account: WithDefault<string>
  accountUrl: string | null
  cursor: Json<unknown> | null
  doorKeyHash: string | null
  state: WithDefault<ChannelState>
  stateNote: WithDefault<string>
  stateSince: Made
  behindSeconds: WithDefault<number>
  failures: WithDefault<number>
  nextTryAt: Made
  /** When a person last connected, changed or woke it: its listener is started afresh. */
  askedAt: Made
  lastHeardAt: Date | null
  departmentId: string | null
  createdAt: Made
  removedAt: Date | null
}

export interface ChannelNoteTable extends Row {
  channelId: string
  at: Made
  level: 'note' | 'warning' | 'error'
  sentence: string
}

export interface SignInAttemptTable extends Row {
  kind: string
  name: string
  stateHash: string
  kept: Buffer
  colleagueId: string
  channelId: string | null
  expiresAt: Date
}

export interface PostKeyTable extends InWorkspace {
  idSpace: string
  externalId: string
  postId: string | null
  postedAt: Date | null
  messageId: string | null
  threadKey: string
  version: WithDefault<number>
  contentHash: Buffer | null
  deletedAt: Date | null
}

export interface PostTable extends Row {
  /** The source's own time, moved to the arrival where it is out of range: it chooses the partition. */
  postedAt: Date
  /** The source's own time as stated. */
  writtenAt: Date
  keptAt: Made
  channelId: string
  idSpace: string
  externalId: string
  threadKey: string
  inReplyTo: string | null
  type: PostType
  visibility: Visibility
  title: string | null
  text: string
  mediaDescriptions: WithDefault<string[]>
  links: WithDefault<string[]>
  url: string | null
  language: string | null
  country: string | null
  rating: number | null
  author: Json<Author>
  addressedToUs: WithDefault<boolean>
  ours: WithDefault<boolean>
  version: WithDefault<number>
  editedAt: Date | null
  deletedAt: Date | null
}

export interface PostVersionTable extends InWorkspace {
  postId: string
  version: number
  title: string | null
  text: string
  replacedAt: Made
}

export interface PostArrivalTable extends InWorkspace {
  /** Grows in the order of commits within a workspace. */
  place: Generated<string>
  postId: string
  postedAt: Date
  threadKey: string
  idSpace: string
  change: 'new' | 'edited' | 'deleted'
  keptAt: Made
}

export interface TopicTable extends Row {
  name: string
  kind: 'brand' | 'product' | 'competitor' | 'person' | 'campaign' | 'need'
  query: string
  purpose: WithDefault<string>
  action: WithDefault<string>
  ownerId: string | null
  departmentId: string | null
  isOn: WithDefault<boolean>
  version: WithDefault<number>
  createdAt: Made
  changedAt: Made
  changedBy: string | null
  removedAt: Date | null
  /** Matches of a day that are all kept. */
  dailyQuota: WithDefault<number>
}

export interface TopicVersionTable extends InWorkspace {
  topicId: string
  version: number
  query: string
  at: Made
  by: string | null
  why: WithDefault<string>
  /** Against the version before, over 30 days, when it was saved; null for the first, and where it could not be told. */
  added: WithDefault<number | null>
  removed: WithDefault<number | null>
  isExact: WithDefault<boolean>
}

export interface ListTable extends Row {
  name: string
  kind: 'words' | 'authors' | 'sites'
  /** As typed, one entry each. */
  entries: string[]
  version: WithDefault<number>
  createdAt: Made
  changedAt: Made
  changedBy: string | null
}

export interface TopicDayTable extends InWorkspace {
  topicId: string
  day: ColumnType<string, string, string>
  /** All that were found. */
  matches: number
  /** Those of them that were counted and not kept, since the topic's quota was used up. */
  leftOut: WithDefault<number>
}

export interface MatchTable extends InWorkspace {
  postId: string
  topicId: string
  postedAt: Date
  topicVersion: number
  hits: Json<Hit[]>
  at: Made
}

export interface ShelvedPostTable extends InWorkspace {
  postId: string
  postedAt: Date
  error: string
  attempts: number
  at: Made
  droppedAt: Date | null
}

export interface JobCursorTable extends InWorkspace {
  name: string
  place: WithDefault<string>
  txid: WithDefault<string>
  id: string | null
  trying: Json<{ place: string; times: number }> | null
  savedAt: Made
}
