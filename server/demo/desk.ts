import { whoIs } from '../access/who-is.ts'
import type { Who } from '../access/who.ts'
import type { FactsOfChannel } from '../answer/inbox/read-audience.ts'
import { storyOfPost } from '../connectors/sample/story-of-post.ts'
import type { StoryKind } from '../connectors/sample/story.ts'
import type { Tx } from '../db/database.ts'
import type { Work } from '../db/workspace.ts'
import type { Turn } from '../model/turn.ts'

/** The invented company at work: what its acts need. */
export interface Desk {
  workspaceId: string
  /** The person who looks around. Nothing of theirs is touched once the company is filled. */
  ownerId: string
  work: Work
  factsOf: FactsOfChannel
}

/** A conversation as an invented colleague sees it. */
export interface Matter {
  id: string
  turn: Turn
  departmentId: string | null
  assigneeId: string | null
  channelKind: string
  ourReplies: number
  lastActivityAt: Date
  /** The message in which they seem to say that it is over. */
  proposedBy: string | null
  personName: string
  /** What it is about, where the sample network tells. */
  kind: StoryKind | undefined
  language: 'en' | 'de'
}

/** The conversations of the invented company, those that waited longest first. */
export async function readMatters(tx: Tx, { workspaceId }: Desk): Promise<Matter[]> {
  const rows = await tx
    .selectFrom('conversation')
    .innerJoin('channel', (join) =>
      join
        .onRef('channel.workspaceId', '=', 'conversation.workspaceId')
        .onRef('channel.id', '=', 'conversation.channelId'),
    )
    .innerJoin('person', (join) =>
      join
        .onRef('person.workspaceId', '=', 'conversation.workspaceId')
        .onRef('person.id', '=', 'conversation.personId'),
    )
    .select(['conversation.id', 'turn', 'conversation.departmentId', 'assigneeId', 'ourReplies', 'lastActivityAt'])
    .select(['threadKey', 'proposedEnding', 'channel.kind as channelKind', 'person.name as personName'])
    .where('conversation.workspaceId', '=', workspaceId)
    .orderBy('lastActivityAt', 'desc')
    .limit(500)
    .execute()
  return rows.toReversed().map(({ threadKey, proposedEnding, ...row }) => {
    const story = storyOfPost(threadKey)
    const proposedBy = proposedEnding?.messageId ?? null
    return { ...row, proposedBy, kind: story?.kind, language: story?.language ?? 'en' }
  })
}

/** Ids of the invented colleagues who may work on a department's conversations; any of them where it has none. */
export async function readHands(tx: Tx, { workspaceId, ownerId }: Desk): Promise<Map<string | null, string[]>> {
  const rows = await tx
    .selectFrom('accessGrant')
    .innerJoin('colleague', (join) =>
      join
        .onRef('colleague.workspaceId', '=', 'accessGrant.workspaceId')
        .onRef('colleague.id', '=', 'accessGrant.colleagueId'),
    )
    .select(['accessGrant.departmentId', 'colleague.id'])
    .where('accessGrant.workspaceId', '=', workspaceId)
    .where('colleague.leftAt', 'is', null)
    .where('colleague.email', 'like', '%@fjordbrew.example')
    .where('colleague.id', '!=', ownerId)
    .where('accessGrant.departmentId', 'is not', null)
    .orderBy('colleague.name')
    .execute()
  const hands = new Map<string | null, string[]>([[null, [...new Set(rows.map(({ id }) => id))]]])
  for (const { departmentId, id } of rows) hands.set(departmentId, [...(hands.get(departmentId) ?? []), id])
  return hands
}

/** A colleague of ours, with what they may do right now. */
export async function mustBeHere(tx: Tx, { workspaceId }: Desk, colleagueId: string): Promise<Who> {
  const who = await whoIs(tx, { workspaceId, colleagueId, via: 'command' })
  if (!who) throw new Error('An invented colleague is not here any more.')
  return who
}
