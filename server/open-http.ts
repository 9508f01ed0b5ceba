import { join } from 'node:path'
import { deriveKey } from './access/seal.ts'
import { makeSignIn } from './access/sign-in.ts'
import { makeSignInLimits } from './access/sign-in-limits.ts'
import type { Config } from './config.ts'
import { formSettings } from './connectors/form/settings.ts'
import type { Database } from './db/database.ts'
import { makeHttp } from './http/app.ts'
import { openLiveHub, type LiveHub } from './http/live.ts'
import { readToken } from './lib/signed-token.ts'
import type { ChannelParts } from './listen/channels/channel-parts.ts'
import { channelFacts } from './listen/channels/channel-facts.ts'
import { makeIntake } from './listen/channels/intake.ts'
import { makeDoorOpener } from './listen/channels/open-door.ts'
import { httpLog } from './log.ts'
import { readHealth } from './read-health.ts'
import { doorsOf, routesOf } from './routes.ts'

export interface OpenedHttp {
  /** Something was said on the store's channel; see `hearWakes`. */
  hear: LiveHub['hear']
  fetch: (request: Request, connection?: object) => Response | Promise<Response>
  /** Ends the open live lines, so that the port can be closed. */
  stop(): void
}

/** The HTTP side: every address with what it needs, and the built web app where there is one. */
export function openHttp({
  db,
  config,
  channels,
}: {
  db: Database
  config: Config
  channels: ChannelParts
}): OpenedHttp {
  const { keyring } = channels
  const isHttps = config.publicUrl?.startsWith('https:') ?? false
  const signIn = makeSignIn({ db, keyring, url: config.publicUrl ?? `http://${config.host}:${config.port}` })
  const takeIn = makeIntake(db)
  const openDoor = makeDoorOpener(db, channels)
  const live = openLiveHub(db, httpLog)
  const tokenKey = deriveKey(keyring, 'talks')
  const http = makeHttp({
    db,
    keyring,
    signIn,
    url: config.publicUrl,
    webFolder,
    log: httpLog,
    routes: [...routesOf({ channels, factsOf: (channel) => channelFacts(channels, channel) }), live.route],
    doors: doorsOf({
      db,
      signIn,
      channels,
      takeIn,
      openDoor,
      tokenKey,
      limits: makeSignInLimits(keyring, isHttps),
      health: () => readHealth(db, config.roles),
      openTalk: async (key, token) => {
        const door = await openDoor(key)
        const threadKey = readToken(tokenKey, token)
        if (door?.kind !== 'form' || !threadKey) return undefined
        const { workspaceId, idSpace } = door.channel
        return { workspaceId, idSpace, threadKey, title: formSettings.parse(door.settings).title }
      },
    }),
  })
  // What comes with the request says which connection it came by; limits by address need it.
  const fetch: OpenedHttp['fetch'] = (request, connection) => http.fetch(request, connection)
  return { fetch, hear: live.hear, stop: live.close }
}

const webFolder = join(import.meta.dirname, '../web/dist')
