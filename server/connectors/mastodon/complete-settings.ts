import { z } from 'zod'
import { Refusal } from '../connector.ts'
import type { Tools } from '../connector.ts'
import { askServer, callServer, throwIfBusy } from './ask-server.ts'
import type { Asking } from './ask-server.ts'
import { readInstance } from './instance-schema.ts'
import type { Instance } from './instance-schema.ts'
import { completeName } from './parse.ts'
import type { OwnAccount } from './parse.ts'
import { hostOf, originOf } from './server-address.ts'
import type { MastodonSettings } from './settings.ts'
import { accountSchema } from './status-schema.ts'
import type { MastodonAccount } from './status-schema.ts'

/** The settings with who we are and what the server allows; the same object when nothing was missing. */
export async function completeSettings(
  tools: Pick<Tools<MastodonSettings>, 'settings' | 'fetch' | 'signal' | 'now'>,
): Promise<MastodonSettings> {
  const { settings } = tools
  if (settings.accountId && settings.account && settings.domain) return settings
  const asking = { server: settings.server, accessToken: settings.accessToken, tools }
  const instance = await askInstance(asking)
  return addMade(settings, instance, readAccount(await askServer(asking, whoWeAre), settings.server))
}

export const whoWeAre = '/api/v1/accounts/verify_credentials'

export function addMade(settings: MastodonSettings, instance: Instance, account: MastodonAccount): MastodonSettings {
  const domain = instance.domain ?? hostOf(settings.server)
  const { maxCharacters, charactersPerLink, streaming } = instance
  return {
    ...settings,
    accountId: account.id,
    account: completeName(account.acct, { domain }),
    ...(account.url && { accountUrl: account.url }),
    domain,
    ...(maxCharacters && { maxCharacters }),
    ...(charactersPerLink && { charactersPerLink }),
    ...(streaming && { streaming }),
  }
}

export function ownAccountOf(settings: MastodonSettings): OwnAccount {
  const { accountId, account, accountUrl } = settings
  return {
    domain: settings.domain ?? hostOf(settings.server),
    ...(accountId && { id: accountId }),
    ...(account && { account }),
    ...(accountUrl && { url: accountUrl }),
  }
}

/** What the server says about itself, by the newer address, else the older one. Throws `Refusal` when it is no such server. */
export async function askInstance(asking: Asking): Promise<Instance> {
  for (const path of ['/api/v2/instance', '/api/v1/instance']) {
    // Without the token: it goes to a server only once that has shown what it is.
    const answer = await callServer({ server: asking.server, tools: asking.tools }, path)
    const { status, body } = answer
    const instance = status === 200 ? readInstance(body) : undefined
    if (instance) refuseElsewhere(asking.server, answer.url)
    if (instance) return instance
    throwIfBusy(answer, asking.tools.now?.() ?? new Date())
    if (status >= 500)
      throw new Error(`${hostOf(asking.server)} does not work at the moment: it answered with status ${status}.`)
    // A closed server tells this only to its own accounts.
    if (status === 401 || status === 403) return {}
  }
  throw new Refusal(
    `${hostOf(asking.server)} is no server with the Mastodon interface: it does not say what it is. Check the address.`,
    'server',
  )
}

/** A redirect elsewhere would carry no token, so the address itself has to be right. */
function refuseElsewhere(server: string, url: string): void {
  const there = URL.parse(url)
  if (!there || there.origin === originOf(server)) return
  throw new Refusal(`${hostOf(server)} sends us on to ${there.host}. Write ${there.host} as the server.`, 'server')
}

export function readAccount({ body }: { body: unknown }, server: string): MastodonAccount {
  const parsed = accountSchema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new Refusal(`${hostOf(server)} did not say whose token this is: ${z.prettifyError(parsed.error)}`, 'server')
}
