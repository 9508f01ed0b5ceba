import type { Config } from './config.ts'
import { consequences } from './consequences.ts'
import type { Database } from './db/database.ts'
import { jobs } from './jobs.ts'
import type { ChannelParts } from './listen/channels/channel-parts.ts'
import { listenedBy } from './listen/channels/listened-by.ts'
import { mindChannels } from './listen/channels/mind-channels.ts'
import { openChannel } from './listen/channels/open-channel.ts'
import { runRechecks } from './listen/rechecks/run-rechecks.ts'
import { refineJob } from './listen/reading/refiner/refine.job.ts'
import { makeTopicsInUse } from './listen/topics/topics-in-use.ts'
import { runOutbox } from './outbox/run-outbox.ts'
import { makePipeline } from './pipeline.ts'
import { runThreads } from './read-threads.ts'
import { runConsequences } from './run-consequences.ts'
import { runJobs } from './run-jobs.ts'
import { runPipeline } from './run-pipeline.ts'

export interface Roles {
  /** Something new was said to be there; `undefined` where notices may have been missed. */
  hear(what: string | undefined): void
  stop(): Promise<void>
}

/**
 * Starts the loops of the roles this process has. Stopping goes in the order of the way: nothing new comes in, what is in
 * hand is finished, what may go out goes out.
 */
export function startRoles({ db, config, channels }: { db: Database; config: Config; channels: ChannelParts }): Roles {
  const has = (role: Config['roles'][number]) => config.roles.includes(role)
  const listening = has('listen') ? runListening(db, channels) : undefined
  const pipeline = has('match') ? runPipeline(db, makePipeline(makeTopicsInUse())) : undefined
  const outbox = has('tick')
    ? runOutbox(db, { open: (workspaceId, id, signal) => openChannel(db, channels, { workspaceId, id }, signal) })
    : undefined
  const following = has('tick') ? runConsequences(db, consequences) : undefined
  const clock = has('tick') ? runClock(db, channels) : undefined
  const looks: Record<string, (() => void) | undefined> = {
    channels: listening?.lookAtChannels,
    posts: pipeline?.look,
    outbox: outbox?.look,
    events: following?.look,
    threads: listening?.lookAtThreads,
  }
  return {
    hear(what) {
      if (what === undefined) for (const look of Object.values(looks)) look?.()
      else looks[what]?.()
    },
    async stop() {
      await listening?.stop()
      await pipeline?.drain()
      await outbox?.drain()
      await following?.stop()
      await clock?.stop()
    },
  }
}

/** Everything that goes out to hear: channels, the threads around what was heard, whether it still stands there. */
function runListening(db: Database, channels: ChannelParts) {
  const hearing = mindChannels(db, listenedBy(db, channels))
  const threads = runThreads(db, channels)
  const rechecks = runRechecks(db, channels)
  return {
    lookAtChannels: hearing.look,
    lookAtThreads: threads.look,
    async stop() {
      await Promise.all([hearing.stop(), threads.stop(), rechecks.stop()])
    },
  }
}

/** Everything that runs by the clock. A refiner may be slow to answer, and so is asked in a loop of its own. */
function runClock(db: Database, channels: ChannelParts): { stop: () => Promise<void> } {
  const hangUp = new AbortController()
  const clock = runJobs(db, jobs)
  const refining = runJobs(db, [refineJob({ ...channels, signal: hangUp.signal })])
  return {
    async stop() {
      hangUp.abort()
      await Promise.all([clock.stop(), refining.stop()])
    },
  }
}
