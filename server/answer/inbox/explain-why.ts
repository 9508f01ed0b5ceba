import type { ConversationView } from '../../../contract/conversations.ts'
import type { Tx } from '../../db/database.ts'
import { readNames } from './read-history.ts'

type Why = ConversationView['why'][number]
type Of = { workspaceId: string; conversationId: string }

/** Why a conversation is here and with whom: what its newest routing decision went by, with names. */
export async function explainWhy(tx: Tx, of: Of): Promise<Why[]> {
  const decision = await tx
    .selectFrom('routingDecision')
    .select('why')
    .where('workspaceId', '=', of.workspaceId)
    .where('conversationId', '=', of.conversationId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const parts = decision?.why ?? []
  const ids = parts.flatMap((part) => (part.id ? [part.id] : []))
  const names = await readNames(tx, of.workspaceId, ids)
  for (const [id, name] of await describeRules(tx, of.workspaceId, ids)) names.set(id, name)
  return parts.map((part) => {
    const name = part.id ? names.get(part.id) : undefined
    return { ...part, ...(name ? { name } : {}) }
  })
}

/** A rule has no name: it is told by what it asks for. */
async function describeRules(tx: Tx, workspaceId: string, ids: string[]): Promise<[string, string][]> {
  if (ids.length === 0) return []
  const rules = await tx
    .selectFrom('rule')
    .leftJoin('topic', (join) =>
      join.onRef('topic.workspaceId', '=', 'rule.workspaceId').onRef('topic.id', '=', 'rule.topicId'),
    )
    .leftJoin('channel', (join) =>
      join.onRef('channel.workspaceId', '=', 'rule.workspaceId').onRef('channel.id', '=', 'rule.channelId'),
    )
    .where('rule.workspaceId', '=', workspaceId)
    .where('rule.id', 'in', ids)
    .select(['rule.id', 'rule.sentiment', 'rule.words', 'topic.name as topicName', 'channel.name as channelName'])
    .execute()
  return rules.map(({ id, topicName, channelName, sentiment, words }) => [
    id,
    [topicName, channelName, sentiment, words].filter((part) => part !== null).join(' · '),
  ])
}
