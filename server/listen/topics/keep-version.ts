import type { VersionDifference } from '../../../contract/topic-trials.ts'
import type { Who } from '../../access/who.ts'
import type { Tx } from '../../db/database.ts'

interface NewVersion {
  topicId: string
  version: number
  query: string
  why?: string | undefined
  difference: VersionDifference | null
}

/** Keeps a version of a topic's query: why it was made, and what it found more and less than the one before. */
export async function keepVersion(
  tx: Tx,
  { workspaceId, colleagueId: by }: Who,
  { topicId, version, query, why = '', difference }: NewVersion,
): Promise<void> {
  const found = difference && { added: difference.added, removed: difference.removed, isExact: difference.exact }
  await tx
    .insertInto('topicVersion')
    .values({ workspaceId, topicId, version, query, by, why, ...found })
    .execute()
}
