import type { Outgoing, SendOutcome, Tools } from '../connector.ts'
import { NotThere } from '../ask-json.ts'
import { askServer } from './ask-server.ts'
import type { Asking } from './ask-server.ts'
import { completeSettings, ownAccountOf } from './complete-settings.ts'
import { composeStatus } from './compose-status.ts'
import { isOurs } from './parse.ts'
import type { MastodonSettings } from './settings.ts'
import { contextSchema, readStatuses } from './status-schema.ts'
import type { MastodonStatus } from './status-schema.ts'
import { textOfHtml } from './text-of-html.ts'

const mostPages = 5
/** Clocks of servers differ from ours. */
const clockSlackMinutes = 10

export interface Sighting {
  found?: SendOutcome
  /** Everything we wrote since the first try was seen: what is not found is not there. */
  isWhole: boolean
}

/** Looks once for a reply among our latest statuses and under the post it answers: the same words in the same place. */
export async function findSent(given: Tools<MastodonSettings>, message: Outgoing): Promise<Sighting> {
  const settings = await completeSettings(given)
  const asking = { server: settings.server, accessToken: settings.accessToken, tools: given }
  const wanted = bareText(composeStatus(message, settings).status)
  const isIt = (status: MastodonStatus) =>
    status.in_reply_to_id === message.inReplyTo.externalId && bareText(textOfHtml(status.content ?? '').text) === wanted
  const under = (await answersUnder(asking, message.inReplyTo.externalId)).filter((status) =>
    isOurs(status.account, ownAccountOf(settings)),
  )
  const latest = await ourLatest(asking, settings.accountId ?? '', message.firstTriedAt)
  const found = [...under, ...latest.statuses].find(isIt)
  return { isWhole: latest.isWhole, ...(found && { found: sentAs(found) }) }
}

function sentAs({ id, url, uri }: MastodonStatus): SendOutcome {
  const address = url ?? uri
  return { outcome: 'sent', externalId: id, ...(address && { url: address }) }
}

async function answersUnder(asking: Asking, externalId: string): Promise<MastodonStatus[]> {
  try {
    const { body } = await askServer(asking, `/api/v1/statuses/${encodeURIComponent(externalId)}/context`)
    return contextSchema.safeParse(body).data?.descendants ?? []
  } catch (error) {
    if (error instanceof NotThere) return []
    throw error
  }
}

/** Our statuses back to the first try; `isWhole` when none of them can be missing. */
async function ourLatest(asking: Asking, accountId: string, firstTriedAt: Date) {
  const since = firstTriedAt.getTime() - clockSlackMinutes * 60_000
  const statuses: MastodonStatus[] = []
  let older: string | undefined
  for (let pages = 0; pages < mostPages; pages += 1) {
    const query = new URLSearchParams({ limit: '40', exclude_reblogs: 'true', ...(older && { max_id: older }) })
    const { body, pages: links } = await askServer(
      asking,
      `/api/v1/accounts/${encodeURIComponent(accountId)}/statuses?${query}`,
    )
    const page = readStatuses(body)
    statuses.push(...page.statuses)
    const last = page.statuses.at(-1)
    const next = links.older ?? last?.id
    const isAtEnd = !last || next === older || Date.parse(last.created_at) < since
    if (isAtEnd) return { statuses, isWhole: page.unreadable === 0 }
    older = next
  }
  return { statuses, isWhole: false }
}

/** Words alone: servers rewrite mentions, links and marks in their own ways. */
export function bareText(text: string): string {
  const named = text.replace(/@[\p{L}\p{N}_.-]+(?:@[\p{L}\p{N}.:-]+)?/gu, ' ')
  const bare = named.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return bare || named.replace(/\s+/gu, '')
}
