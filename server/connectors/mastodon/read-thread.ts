import type { HeardPost } from '../../model/post.ts'
import type { Tools } from '../connector.ts'
import { NotThere } from '../ask-json.ts'
import { askServer } from './ask-server.ts'
import { completeSettings, ownAccountOf } from './complete-settings.ts'
import { parseStatus } from './parse.ts'
import type { MastodonSettings } from './settings.ts'
import { contextSchema } from './status-schema.ts'

/** What stands above and under a post, oldest first; nothing when the post is gone. */
export async function readThread(given: Tools<MastodonSettings>, externalId: string): Promise<HeardPost[]> {
  const settings = await completeSettings(given)
  const asking = { server: settings.server, accessToken: settings.accessToken, tools: given }
  try {
    const { body } = await askServer(asking, `/api/v1/statuses/${encodeURIComponent(externalId)}/context`)
    return threadOf(body, externalId, settings)
  } catch (error) {
    if (error instanceof NotThere) return []
    throw error
  }
}

export function threadOf(context: unknown, externalId: string, settings: MastodonSettings): HeardPost[] {
  const { ancestors, descendants } = contextSchema.safeParse(context).data ?? { ancestors: [], descendants: [] }
  const threadRoot = ancestors[0]?.id ?? externalId
  // snac lists reposts of an answer, too: they are no words of their own, and the answer may stand beside them.
  const posts = [...ancestors, ...descendants].map((status) => parseStatus(status, ownAccountOf(settings)))
  const byId = new Map(posts.map((post) => [post.externalId, { ...post, threadRoot }]))
  byId.delete(externalId)
  return [...byId.values()].sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
}
