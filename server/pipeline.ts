import { deleteMessage } from './answer/conversations/delete-message.ts'
import { editMessage } from './answer/conversations/edit-message.ts'
import { openOrContinue } from './answer/conversations/open-or-continue.ts'
import { routeConversation } from './answer/routing/route-conversation.ts'
import type { Tx } from './db/database.ts'
import type { Arrived, Handle } from './listen/arrivals/follow-arrivals.ts'
import { readSurroundings, threadOf, type Surroundings } from './listen/arrivals/surroundings.ts'
import { findMatches } from './listen/matching/find-matches.ts'
import { fitQueries } from './listen/topics/fit-queries.ts'
import { countDays, dayOf, keepMatches, type DayChange, type KeptMatch } from './listen/arrivals/keep-matches.ts'
import { matchableFrom } from './listen/arrivals/matchable-post.ts'
import { makeRations, type Ration } from './listen/arrivals/ration-matches.ts'
import type { HeldTopics, TopicsInUse } from './listen/topics/topics-in-use.ts'
import { countReading, openReadingDesk, type ReadingDesk } from './listen/reading/count-reading.ts'
import { makeCopyGroups, type CopyGroups } from './listen/reading/near-duplicates/group-copies.ts'
import { fitReadings } from './listen/reading/fits/fits-in-use.ts'
import { keepReadPost } from './listen/reading/near-duplicates/keep-read-post.ts'
import { lazyLanguage } from './listen/reading/language/read-language.ts'
import { readers, readPost } from './listen/reading/read-post.ts'
import { readableFrom } from './listen/reading/readable-post.ts'

/** The way of kept posts, in their order, in one transaction. What a whole batch needs to know is read once. */
export function makePipeline(topicsInUse: TopicsInUse): Handle {
  const rations = makeRations()
  const copies = makeCopyGroups()
  return async (tx, workspaceId, arrived) => {
    const topics = await topicsInUse.of(tx, workspaceId)
    const around = await readSurroundings(
      tx,
      workspaceId,
      arrived.map(({ post }) => post),
    )
    const days = arrived.map(({ post }) => dayOf(post))
    const ration = await rations.open(tx, workspaceId, { days, quotas: topics.quotas })
    const desk = await openReadingDesk(tx, workspaceId)
    await copies.open(tx, workspaceId)
    const changes: DayChange[] = []
    for (const one of arrived)
      changes.push(...(await processPost(tx, { workspaceId, topics, around, ration, desk, copies }, one)))
    rations.learn(workspaceId, await countDays(tx, workspaceId, changes))
  }
}

interface Known {
  workspaceId: string
  topics: HeldTopics
  around: Surroundings
  ration: Ration
  desk: ReadingDesk
  copies: CopyGroups
}

/** The way of a post, top to bottom. Each step lives in the folder it is imported from. */
async function processPost(
  tx: Tx,
  { workspaceId, topics, around, ration, desk, copies }: Known,
  { post, change }: Arrived,
): Promise<DayChange[]> {
  if (change === 'deleted') {
    await deleteMessage(tx, { workspaceId, post })
    return []
  }
  const language = lazyLanguage(readableFrom(post))
  const matchable = matchableFrom({ ...post, channelKind: around.kinds.get(post.channelId) ?? '' })
  const found = (await findMatches(topics.index, matchable, language.label)).map(({ topicKey, hits }) => ({
    topicId: topicKey,
    topicVersion: topics.versions.get(topicKey) ?? 0,
    hits,
  }))
  const isOurs = post.addressedToUs || around.heldThreads.has(threadOf(post))
  // A topic that finds too much keeps a part: of what opens conversations only because it was found.
  const isRationed = change === 'new' && !isOurs
  const { kept: matches, leftOut } = isRationed ? ration.part({ id: post.id, day: dayOf(post) }, found) : allOf(found)
  const changes = [...leftOut, ...(await keepMatches(tx, workspaceId, post, { matches, edited: change === 'edited' }))]
  if (matches.length === 0 && !isOurs) return changes

  const readable = readableFrom(post)
  const reading = fitReadings(desk.fits, readable, await readPost(readers, readable, language.reading))
  const grouped = await copies.group(tx, workspaceId, post)
  const copiesId = await keepReadPost(tx, { workspaceId, postId: post.id, readings: reading, grouped })
  const counted = await countReading(tx, desk, { postId: post.id, readings: reading })
  const heard = { workspaceId, post, matches, reading: counted, copiesId }
  const placed = change === 'edited' ? await editMessage(tx, heard) : await openOrContinue(tx, heard)
  if (!placed) return changes
  around.heldThreads.add(threadOf(post))
  await routeConversation(tx, { ...heard, ...placed }, (rules) => fitQueries(rules, matchable, language.label))
  return changes
}

function allOf(kept: KeptMatch[]): { kept: KeptMatch[]; leftOut: DayChange[] } {
  return { kept, leftOut: [] }
}
