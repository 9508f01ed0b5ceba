import type { Outgoing, SendOutcome, Tools } from '../connector.ts'
import { findSent } from './find-sent.ts'
import { hostOf } from './server-address.ts'
import type { MastodonSettings } from './settings.ts'

/** Seconds between the looks: a slow server may store a post after the line to it broke. */
const waits = [5, 10]

/**
 * Looks for a reply whose outcome is unknown. `absent` is said only after three looks over everything since the first try.
 * Should the server take it in later still, then sending again with the same key makes no second post: Mastodon keeps keys
 * for an hour, so the outbox may repeat for some 50 minutes. GoToSocial 0.7 and snac keep no keys, but they have stored a
 * post before they answer, and `send` looks once more.
 */
export async function reconcile(
  tools: Tools<MastodonSettings>,
  message: Outgoing,
): Promise<SendOutcome | { outcome: 'absent' }> {
  for (const seconds of [...waits, 0]) {
    const { found, isWhole } = await findSent(tools, message)
    if (found) return found
    if (!isWhole)
      return {
        outcome: 'unknown',
        reason: `${hostOf(tools.settings.server)} does not show all of our latest posts; look there.`,
      }
    if (seconds > 0) await tools.sleep(seconds)
  }
  return { outcome: 'absent' }
}
