/** A channel as far as keeping its posts needs it. */
export interface KeepingChannel {
  workspaceId: string
  id: string
  /** Which external ids are unique together; two channels of one space share posts. */
  idSpace: string
}

/** What is held of an external id: its post, or a reply of ours, or only that it was deleted. */
export interface KnownKey {
  externalId: string
  postId: string | null
  postedAt: Date | null
  messageId: string | null
  threadKey: string
  contentHash: Buffer | null
  deletedAt: Date | null
}
