import type { DeliveryState } from '../db/answering-tables.ts'
import type { SendOutcome } from '../connectors/connector.ts'

/** What is frozen when a reply is queued. What the customer wrote stays in `post` and is read again when it is sent. */
export interface Frozen {
  text: string
  authorName: string
  audience: 'public' | 'private'
  inReplyTo: { postId: string; postedAt: string }
}

/** One delivery as a worker claimed it. */
export interface Claimed {
  id: string
  conversationId: string
  channelId: string
  key: string
  fence: string
  attempts: number
  looks: number
  /** What the last try or look said; '' after a look in which the network surely did not have it. */
  reason: string
  firstTriedAt: Date
  leasedUntil: Date
  frozen: Frozen
  /** `send`: nothing left us yet. `look`: it may have arrived; the network is asked first. */
  task: 'send' | 'look'
}

/** How a delivery goes on after a try or a look. */
export interface Settled {
  state: DeliveryState
  reason: string
  /** When it is taken up again; `null` when it is not. */
  notBefore: Date | null
  externalId?: string
  url?: string
  looks: number
}

/** How long things take, in seconds; tests are in more of a hurry. */
export interface Pace {
  /** A worker has a delivery for so long, and stops touching it `marginSeconds` before the end. */
  leaseSeconds: number
  marginSeconds: number
  /** Before the first look; later looks wait twice as long each. */
  lookSeconds: number
}

export const usualPace: Pace = { leaseSeconds: 60, marginSeconds: 20, lookSeconds: 3 }

const notCertain = 'It is not certain that the reply arrived.'

const looksUntilHeld = 6
const giveUpAfterHours = 48

/** What a try or a look came to. */
export type Outcome = SendOutcome | { outcome: 'absent' } | { outcome: 'cannot_look' }

/**
 * The next state after what a connector said (pure). Nothing is sent again on a mere guess: from `unknown` a delivery
 * goes back to `queued` only after two looks in a row in which the network surely did not have it; when nobody can
 * tell, it is held for a person.
 */
export function decideNext(
  claimed: Claimed,
  outcome: Outcome,
  { now, lookSeconds }: { now: Date; lookSeconds: number },
): Settled {
  switch (outcome.outcome) {
    case 'sent':
      return {
        state: 'sent',
        reason: '',
        notBefore: null,
        looks: claimed.looks,
        ...(outcome.externalId === undefined ? {} : { externalId: outcome.externalId }),
        ...(outcome.url === undefined ? {} : { url: outcome.url }),
      }
    case 'failed':
      return { state: 'failed', reason: outcome.reason, notBefore: null, looks: claimed.looks }
    case 'retry':
      return again(claimed, outcome, now)
    case 'unknown':
      return look(claimed, outcome.reason || notCertain, { now, lookSeconds })
    case 'absent':
      return wasAbsent(claimed)
        ? { state: 'queued', reason: '', notBefore: now, looks: 0 }
        : look(claimed, '', { now, lookSeconds })
    case 'cannot_look':
      return held('This network cannot say whether the reply arrived. Look there, then say so here.', claimed.looks)
  }
}

function wasAbsent({ looks, reason }: Claimed): boolean {
  return looks > 0 && reason === ''
}

function again(claimed: Claimed, outcome: { reason: string; afterSeconds?: number }, now: Date): Settled {
  const tooLong = now.getTime() - claimed.firstTriedAt.getTime() > giveUpAfterHours * 3_600_000
  if (tooLong) return { state: 'failed', reason: `Tried for two days. ${outcome.reason}`, notBefore: null, looks: 0 }
  const wait = outcome.afterSeconds ?? Math.min(3_600, 2 ** Math.min(claimed.attempts, 12)) * (0.75 + Math.random() / 2)
  return { state: 'queued', reason: outcome.reason, notBefore: new Date(now.getTime() + wait * 1000), looks: 0 }
}

function look(claimed: Claimed, reason: string, { now, lookSeconds }: { now: Date; lookSeconds: number }): Settled {
  if (claimed.looks >= looksUntilHeld) return held(reason, claimed.looks)
  const wait = Math.min(300, lookSeconds * 2 ** claimed.looks)
  return {
    state: 'unknown',
    reason,
    notBefore: new Date(now.getTime() + wait * 1000),
    looks: claimed.looks + (claimed.task === 'look' ? 1 : 0),
  }
}

function held(reason: string, looks: number): Settled {
  return { state: 'unknown', reason: reason || notCertain, notBefore: null, looks }
}
