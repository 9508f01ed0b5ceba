import { BackOff, CursorLost, Refusal, SignInNeeded, type Pause, type Tools } from '../../connectors/connector.ts'
import type { Listener } from '../../connectors/listeners.ts'
import type { Database } from '../../db/database.ts'
import { listenLog } from '../../log.ts'
import type { KeepingChannel } from './keeping-channel.ts'
import { saveBatch, saveState, stateAfter, type NewState } from './save-hearing.ts'

export interface Hearing {
  db: Database
  channel: KeepingChannel
  connector: Pick<Listener, 'name' | 'listen'>
  /** Settings and cursor as they stand now. */
  openTools(): Promise<Tools<unknown>>
  sealSettings(settings: unknown): Buffer
  nextTryAt: Date
  failures: number
  signal: AbortSignal
}

/** A failing network is asked again after 5 s, then less and less often, at most every 15 minutes. */
const longestWaitSeconds = 900

/**
 * Hears one channel until the signal aborts or a person is needed (sign-in, an address that is gone). Whatever goes
 * wrong is a state with a sentence; nothing is lost, because the cursor moved only over kept posts.
 */
export async function listenToChannel(hearing: Hearing): Promise<void> {
  let { failures } = hearing
  let waitSeconds = (hearing.nextTryAt.getTime() - Date.now()) / 1000
  while (!hearing.signal.aborted) {
    await sleep(waitSeconds, hearing.signal)
    if (hearing.signal.aborted) return
    try {
      const pause = await hearOnce(hearing, () => (failures = 0))
      waitSeconds = pause?.waitSeconds ?? 1
      await saveState(hearing.db, hearing.channel, {
        state: 'ok',
        note: '',
        failures: 0,
        nextTryAt: later(waitSeconds),
      })
    } catch (error) {
      if (hearing.signal.aborted) return
      const consequence = decideAfter(error, failures)
      failures = consequence.failures
      await saveState(hearing.db, hearing.channel, {
        ...consequence.state,
        failures,
        nextTryAt: later(consequence.waitSeconds),
      })
      listenLog.info(
        { channelId: hearing.channel.id, kind: hearing.connector.name, err: error, failures },
        'channel interrupted',
      )
      if (consequence.forgetCursor) await saveBatch(hearing.db, hearing.channel, { batch: { heard: [], cursor: null } })
      if (consequence.needsPerson) return
      waitSeconds = consequence.waitSeconds
    }
  }
}

async function hearOnce(hearing: Hearing, heardWell: () => void): Promise<Pause | void> {
  const tools = await hearing.openTools()
  const batches = hearing.connector.listen?.(tools)
  if (!batches) return
  let state: NewState['state'] | undefined
  for (;;) {
    const next = await batches.next()
    if (next.done) return next.value
    const sealed = next.value.settings === undefined ? undefined : hearing.sealSettings(next.value.settings)
    await saveBatch(hearing.db, hearing.channel, { batch: next.value, sealed })
    heardWell()
    const after = stateAfter(next.value)
    if (after.state !== state) await saveState(hearing.db, hearing.channel, { ...after, failures: 0 })
    state = after.state
  }
}

interface Consequence {
  state: NewState
  failures: number
  waitSeconds: number
  needsPerson?: boolean
  forgetCursor?: boolean
}

/** What an interruption means: wait, start afresh, or call a person. */
export function decideAfter(error: unknown, failures: number): Consequence {
  const sentence = error instanceof Error ? error.message : String(error)
  if (error instanceof BackOff) {
    const until = later(error.seconds).toISOString()
    const note = error.why === undefined ? until : `${until} ${error.why}`
    return { state: { state: 'limited', note }, failures, waitSeconds: error.seconds }
  }
  if (error instanceof SignInNeeded)
    return { state: { state: 'needs_sign_in', note: sentence }, failures, waitSeconds: 0, needsPerson: true }
  if (error instanceof Refusal)
    return { state: { state: 'failing', note: sentence }, failures: failures + 1, waitSeconds: 0, needsPerson: true }
  if (error instanceof CursorLost)
    return { state: { state: 'catching_up', note: sentence }, failures, waitSeconds: 1, forgetCursor: true }
  const waitSeconds = Math.min(longestWaitSeconds, 5 * 2 ** Math.min(failures, 10))
  return {
    state: { state: failures >= 1 ? 'failing' : 'ok', note: failures >= 1 ? sentence : '' },
    failures: failures + 1,
    waitSeconds,
  }
}

function later(seconds: number): Date {
  return new Date(Date.now() + Math.max(0, seconds) * 1000)
}

function sleep(seconds: number, signal: AbortSignal): Promise<void> {
  if (seconds <= 0 || signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      resolve()
    }
    const timer = setTimeout(stop, Math.min(seconds, 86_400) * 1000)
    signal.addEventListener('abort', stop, { once: true })
  })
}
