import { joinThread } from './answer/threads/join-thread.ts'
import { BackOff, Refusal, SignInNeeded } from './connectors/connector.ts'
import type { Database, Tx } from './db/database.ts'
import { listWorkspaces } from './db/outside-workspace.ts'
import { inWorkspace } from './db/workspace.ts'
import { wakeUp } from './lib/wake-up.ts'
import type { ChannelParts } from './listen/channels/channel-parts.ts'
import { keepContext } from './listen/channels/keep-context.ts'
import { openChannel } from './listen/channels/open-channel.ts'
import { listenLog } from './log.ts'

const atOnce = 5
const mostTries = 4
const leaseSeconds = 60

/** Reads the threads of conversations at their networks, once each, soon after they open. */
export function runThreads(db: Database, parts: ChannelParts): { look: () => void; stop: () => Promise<void> } {
  const stop = new AbortController()
  const bell = wakeUp()
  const desk = { db, parts, signal: stop.signal }
  const loop = (async () => {
    while (!stop.signal.aborted) {
      let read = 0
      try {
        for (const { id } of await listWorkspaces(db)) read += await readDueThreads(desk, id)
      } catch (error) {
        listenLog.error({ err: error }, 'the reading of threads was interrupted; it goes on')
      }
      if (read === 0) await bell.wait(5, stop.signal)
    }
  })()
  return {
    look: () => bell.ring(),
    async stop() {
      stop.abort()
      await loop
    },
  }
}

interface ThreadDesk {
  db: Database
  parts: ChannelParts
  signal: AbortSignal
}

interface Wanted {
  workspaceId: string
  conversationId: string
  channelId: string
  externalId: string
  idSpace: string
  threadKey: string
  tries: number
}

/** Reads what is due in one workspace, a few at a time. Returns how many were tried. */
export async function readDueThreads(desk: ThreadDesk, workspaceId: string): Promise<number> {
  const due = await inWorkspace(desk.db, workspaceId, (tx) => claim(tx, workspaceId))
  for (const wanted of due) if (!desk.signal.aborted) await readOne(desk, wanted)
  return due.length
}

/** Whoever takes a thread up has a minute; after a crash another one tries it. */
async function claim(tx: Tx, workspaceId: string): Promise<Wanted[]> {
  const due = await tx
    .selectFrom('threadReading')
    .innerJoin('conversation', (join) =>
      join
        .onRef('conversation.workspaceId', '=', 'threadReading.workspaceId')
        .onRef('conversation.id', '=', 'threadReading.conversationId'),
    )
    .select(['threadReading.conversationId', 'threadReading.channelId', 'threadReading.externalId', 'tries'])
    .select(['conversation.idSpace', 'conversation.threadKey'])
    .where('threadReading.workspaceId', '=', workspaceId)
    .where('threadReading.state', '=', 'wanted')
    .where('threadReading.nextTryAt', '<=', new Date())
    .orderBy('threadReading.nextTryAt')
    .limit(atOnce)
    .forUpdate('threadReading')
    .skipLocked()
    .execute()
  for (const { conversationId, tries } of due)
    await save(tx, { workspaceId, conversationId }, { tries: tries + 1, nextTryAt: later(leaseSeconds) })
  return due.map((one) => ({ ...one, workspaceId, tries: one.tries + 1 }))
}

async function readOne({ db, parts, signal }: ThreadDesk, wanted: Wanted): Promise<void> {
  const { workspaceId, channelId, idSpace, threadKey } = wanted
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout((leaseSeconds - 10) * 1000)])
    const { connector, tools } = await openChannel(db, parts, { workspaceId, id: channelId }, within)
    const posts = await connector.readThread?.(tools, wanted.externalId)
    await inWorkspace(db, workspaceId, async (tx) => {
      if (!posts) return save(tx, wanted, { state: 'not_offered' })
      const postIds = await keepContext(tx, { workspaceId, id: channelId, idSpace, threadKey }, posts)
      const found = await joinThread(tx, { ...wanted, postIds })
      return save(tx, wanted, { state: 'read', readAt: new Date(), found, note: '' })
    })
  } catch (error) {
    if (signal.aborted) return
    await inWorkspace(db, workspaceId, (tx) => save(tx, wanted, decideAfter(error, wanted.tries)))
    listenLog.info({ conversationId: wanted.conversationId, err: error }, 'a thread could not be read')
  }
}

interface Saved {
  state?: 'wanted' | 'read' | 'failed' | 'not_offered'
  tries?: number
  nextTryAt?: Date
  readAt?: Date
  found?: number
  note?: string
}

/** What a failed try means: wait as long as the network asks, try later, or leave it with the reason. */
function decideAfter(error: unknown, tries: number): Saved {
  const note = error instanceof Error ? error.message : String(error)
  if (error instanceof BackOff) return { nextTryAt: later(error.seconds), tries: tries - 1 }
  const isFinal = tries >= mostTries || error instanceof SignInNeeded || error instanceof Refusal
  return isFinal ? { state: 'failed', note } : { nextTryAt: later(10 * 3 ** tries), note }
}

async function save(tx: Tx, of: Pick<Wanted, 'workspaceId' | 'conversationId'>, saved: Saved): Promise<void> {
  await tx
    .updateTable('threadReading')
    .set(saved)
    .where('workspaceId', '=', of.workspaceId)
    .where('conversationId', '=', of.conversationId)
    .execute()
}

function later(seconds: number): Date {
  return new Date(Date.now() + seconds * 1000)
}
