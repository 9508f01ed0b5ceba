import { call } from './client.ts'
import { cell } from './cell.ts'
import { Refusal, Unreachable } from './refusal.ts'

/** Something a person sent while the server could not be reached. */
export interface WaitingSend {
  /** The Idempotency-Key: however often it is tried, it is one send. */
  key: string
  path: string
  body: { text: string; [name: string]: unknown }
  /** Who or what it goes to, for the list of what waits. */
  to: string
  at: number
  /** Set when the server said no. */
  refusal?: string
}

let place = 'earshot.waitingSends'
/** After this long a person is asked whether it should still go. */
export const askAfterMilliseconds = 5 * 60_000

/** What this person left to be sent, oldest first; kept in this browser. */
export const waitingSends = cell<readonly WaitingSend[]>([])

/** Somebody is signed in: only what they left waits, and only they send it. Two may share a browser. */
export function waitAs(colleagueId: string): void {
  place = `earshot.waitingSends.${colleagueId}`
  waitingSends.set(kept())
}

/** Sends it, or keeps it until the server can be reached. A refusal is thrown, as of any call. */
export async function sendOrWait<Answer>(send: Omit<WaitingSend, 'key' | 'at'>): Promise<Answer | 'waiting'> {
  const whole: WaitingSend = { ...send, key: crypto.randomUUID(), at: Date.now() }
  try {
    return await call<Answer>('POST', whole.path, { body: whole.body, key: whole.key })
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    keep([...waitingSends.get(), whole])
    return 'waiting'
  }
}

/** Sends what waits, in order, except what is older than five minutes: that needs a person's word. */
export async function sendWaiting(now: number = Date.now()): Promise<void> {
  for (const send of waitingSends.get()) {
    if (send.refusal || now - send.at > askAfterMilliseconds) continue
    if (!(await sendNow(send.key))) return
  }
}

/** A person has looked at it and wants it sent, whatever was written since. */
export async function sendAnyway(key: string): Promise<void> {
  const next = crypto.randomUUID()
  keep(
    waitingSends.get().map((each) => {
      if (each.key !== key) return each
      const { refusal, body, ...rest } = each
      const { seenMessageId: _, ...anyway } = body
      // What was refused is another send now; what nobody answered must stay the same one.
      return { ...rest, body: anyway, key: refusal ? next : key }
    }),
  )
  await sendNow(waitingSends.get().some((each) => each.key === next) ? next : key)
}

/** Sends one of those that wait. False when the server still cannot be reached. */
export async function sendNow(key: string): Promise<boolean> {
  const send = waitingSends.get().find((each) => each.key === key)
  if (!send) return true
  try {
    await call('POST', send.path, { body: send.body, key })
    discardWaiting(key)
    return true
  } catch (error) {
    if (error instanceof Refusal)
      keep(waitingSends.get().map((each) => (each.key === key ? { ...each, refusal: error.message } : each)))
    return error instanceof Refusal
  }
}

/** It is not to be sent any more. */
export function discardWaiting(key: string): void {
  keep(waitingSends.get().filter((each) => each.key !== key))
}

function keep(sends: readonly WaitingSend[]): void {
  waitingSends.set(sends)
  if (typeof localStorage !== 'undefined') localStorage.setItem(place, JSON.stringify(sends))
}

function kept(): readonly WaitingSend[] {
  if (typeof localStorage === 'undefined') return []
  try {
    const sends: WaitingSend[] = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(sends) ? sends : []
  } catch {
    return []
  }
}
