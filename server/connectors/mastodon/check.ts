import { z } from 'zod'
import { Refusal } from '../connector.ts'
import type { Checked, Tools } from '../connector.ts'
import { wordsOf } from '../ask-json.ts'
import { callServer, throwUnlessGood } from './ask-server.ts'
import type { Asking } from './ask-server.ts'
import { addMade, askInstance, readAccount, whoWeAre } from './complete-settings.ts'
import { openLine } from './open-line.ts'
import { hostOf } from './server-address.ts'
import type { MastodonSettings } from './settings.ts'

/** Tries what the channel will do, reading and writing, and says what the server lacks. Nothing is posted. */
export async function check(tools: Tools<MastodonSettings>): Promise<Checked> {
  const { settings } = tools
  const asking = { server: settings.server, accessToken: settings.accessToken, tools }
  const instance = await askInstance(asking)
  const who = await callServer(asking, whoWeAre)
  refuseWithoutRight({ status: who.status, body: who.body, server: settings.server, right: 'read:accounts' })
  throwUnlessGood(who, { server: settings.server, now: tools.now() })
  const account = readAccount(who, settings.server)
  await tryRights(asking, settings)
  const complete = addMade(settings, instance, account)
  const notes = [
    ...(await noteSoftware(asking)),
    ...(await noteStreaming({ ...tools, settings: complete })),
    ...(await noteLacks(asking)),
  ]
  return {
    account: `@${complete.account}`,
    notes,
    settings: complete,
    ...(account.url && { url: account.url }),
  }
}

async function tryRights(asking: Asking, settings: MastodonSettings): Promise<void> {
  const reading = [
    ...(settings.mentions ? [{ path: '/api/v1/notifications?limit=1', right: 'read:notifications' }] : []),
    { path: '/api/v1/timelines/home?limit=1', right: 'read:statuses' },
    ...(settings.searchWords.length > 0
      ? [{ path: '/api/v2/search?type=statuses&limit=1&q=earshot', right: 'read:search' }]
      : []),
  ]
  for (const { path, right } of reading) {
    const { status, body } = await callServer(asking, path)
    refuseWithoutRight({ status, body, server: settings.server, right })
  }
  // A change to a status that cannot be: without the right it is refused before the server looks for it.
  const { status, body } = await callServer(asking, '/api/v1/statuses/0', { method: 'PUT' })
  refuseWithoutRight({ status, body, server: settings.server, right: 'write:statuses' })
}

interface Tried {
  status: number
  body: unknown
  server: string
  right: string
}

/** Only a 403 with words of the server itself: one with a page comes from something before it. */
function refuseWithoutRight({ status, body, server, right }: Tried): void {
  if (status !== 403 || !wordsOf(body)) return
  throw new Refusal(
    `The access token lacks the right "${right}" on ${hostOf(server)}. Make a token with "read" and "write:statuses" and paste it in the field "Access token".`,
    'accessToken',
  )
}

async function noteStreaming(tools: Tools<MastodonSettings>): Promise<string[]> {
  try {
    const line = await openLine(tools, { socket: 'user', events: 'user' })
    line?.close()
    return line ? [] : ['This server offers no open line: it is asked for news every 30 seconds.']
  } catch (error) {
    tools.signal.throwIfAborted()
    const reason = error instanceof Error ? error.message : ''
    return [`The open line could not be tried: ${reason} Until it works, news are asked for every 30 seconds.`]
  }
}

const optionalParts = [
  { path: '/api/v1/timelines/tag/earshot?limit=1', lack: 'This server offers no hashtag timelines.' },
  { path: '/api/v2/search?type=statuses&limit=1&q=earshot', lack: 'Search is not offered by this server.' },
  { path: '/api/v1/timelines/public?local=true&limit=1', lack: 'The public timeline of this server is closed.' },
]

async function noteLacks(asking: Asking): Promise<string[]> {
  const notes = []
  for (const { path, lack } of optionalParts) {
    const { status } = await callServer(asking, path)
    if (status >= 400 && status < 500 && status !== 429) notes.push(lack)
  }
  return notes
}

const nodeInfoLinks = z.object({ links: z.array(z.object({ href: z.string() })) })
const nodeInfo = z.object({ software: z.object({ name: z.string(), version: z.string().optional() }) })

/** What the server runs, for people; nothing we do depends on it. https://nodeinfo.diaspora.software */
async function noteSoftware({ server, tools }: Asking): Promise<string[]> {
  const links = nodeInfoLinks.safeParse((await callServer({ server, tools }, '/.well-known/nodeinfo')).body)
  const path = URL.parse(links.data?.links.at(-1)?.href ?? '')?.pathname
  if (!path) return []
  const { data } = nodeInfo.safeParse((await callServer({ server, tools }, path)).body)
  return data ? [`The server runs ${[data.software.name, data.software.version].filter(Boolean).join(' ')}.`] : []
}
