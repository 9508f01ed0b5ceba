import { serve } from '@hono/node-server'
import { loadKeyring } from './access/load-keyring.ts'
import { openSetUp } from './access/set-up.ts'
import type { Config } from './config.ts'
import { connectors } from './connectors/registry.ts'
import { checkServer } from './db/check-server.ts'
import { openDatabase } from './db/database.ts'
import { hearWakes } from './db/hear-wakes.ts'
import { migrate } from './db/migrate.ts'
import { openConnection } from './db/open-connection.ts'
import { makeRoomForPosts } from './db/outside-workspace.ts'
import { makeOutsideFetch } from './lib/fetch.ts'
import { makeOutsideSocket } from './lib/open-socket.ts'
import type { ChannelParts } from './listen/channels/channel-parts.ts'
import { openHttp, type OpenedHttp } from './open-http.ts'
import { startRoles } from './start-roles.ts'

export interface App {
  /** Where it answers, without a slash at the end. */
  url: string
  /** The one-time address that makes the first workspace; null when there is one. */
  setUpUrl: string | null
  /** Ends in order: nothing new comes in, what is in hand is finished, then everything is closed. */
  stop: () => Promise<void>
}

/** Builds every long-lived thing once, hands it down, and takes it apart in reverse. */
export async function startApp(config: Config, say: (sentence: string) => void): Promise<App> {
  await using stack = new AsyncDisposableStack()
  const store = await openConnection({ ...config, say }, 'serve')
  stack.defer(store.stop)
  const db = openDatabase(store.connection)
  stack.defer(() => db.close())
  for (const warning of await checkServer(db, config.allowUnsafeDatabase)) say(warning)
  const ran = await migrate(db)
  if (ran.length > 0) say(`The store was brought to its newest shape (${ran.length} steps).`)
  await makeRoomForPosts(db)

  if (config.allowLoopback)
    say('EARSHOT_ALLOW_LOOPBACK=1: outside addresses may be on this machine. Use this for tests only.')
  const keyring = await loadKeyring(config.dataFolder, config.secretKey)
  const channels = channelParts(config, keyring)
  const roles = startRoles({ db, config, channels })
  stack.defer(() => roles.stop())
  const http = openHttp({ db, config, channels })
  const port = await listenOn(config, http.fetch, stack)
  stack.defer(() => http.stop())
  const wakes = hearWakes(store.connection, (what, workspaceId) => {
    roles.hear(what)
    http.hear(what, workspaceId)
  })
  stack.defer(() => wakes.close())
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
  if (config.demo) {
    const demo = await (await import('./demo/open-demo.ts')).openDemo({ db, config, channels, say })
    stack.defer(() => demo?.stop())
    demo?.start(config.publicUrl ?? url)
  }
  const token = await openSetUp(db)
  const parts = stack.move()
  return {
    url,
    setUpUrl: token === null ? null : `${config.publicUrl ?? url}/setup?token=${token}`,
    stop: () => parts.disposeAsync(),
  }
}

function channelParts({ allowLoopback, publicUrl }: Config, keyring: ChannelParts['keyring']): ChannelParts {
  const door = {
    allowLoopback,
    userAgent: `Earshot/0.1 (${publicUrl ? `+${publicUrl}` : 'self-hosted listening outpost'})`,
  }
  return { connectors, keyring, fetch: makeOutsideFetch(door), openSocket: makeOutsideSocket(door) }
}

/** Opens the port; when all is taken apart, requests under way are finished first. */
function listenOn({ host, port }: Config, fetch: OpenedHttp['fetch'], stack: AsyncDisposableStack): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, ({ port: taken }) => resolve(taken))
    server.once('error', reject)
    stack.defer(
      () =>
        new Promise<void>((closed) => {
          server.close(() => closed())
          if ('closeIdleConnections' in server) server.closeIdleConnections()
        }),
    )
  })
}
