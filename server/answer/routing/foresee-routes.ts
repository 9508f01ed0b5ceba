import type { Tx } from '../../db/database.ts'
import { decideRoute } from './decide-route.ts'
import { openDesk } from './routing-desk.ts'

interface Foreseen {
  topic: { id: string; departmentId: string | null }
  channelId: string
  /** Ids of the rules whose words the post holds. */
  wordsFit: ReadonlySet<string>
}

/**
 * Where posts that a topic would find would go, by the rules as they stand. What only a reading tells, the mood, is not
 * known beforehand: rules that ask for it are passed over.
 */
export async function foreseeRoutes(tx: Tx, workspaceId: string) {
  const { rules, channels } = await openDesk(tx, workspaceId)
  return {
    /** The words that rules go by. */
    words: rules.flatMap(({ id, words }) => (words === null ? [] : [{ id, words }])),
    departmentOf: ({ topic, channelId, wordsFit }: Foreseen): string | null =>
      decideRoute({
        rules,
        topics: [topic],
        channel: { id: channelId, departmentId: channels.get(channelId) ?? null },
        sentiment: undefined,
        addressedToUs: false,
        wordsFit,
      }).departmentId,
  }
}
