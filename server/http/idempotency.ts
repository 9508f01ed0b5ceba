import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { conflict, Problem } from '../access/problem.ts'
import { deriveKey, seal, unseal, type Keyring } from '../access/seal.ts'
import type { Tx } from '../db/database.ts'
import type { Work } from '../db/workspace.ts'

/** One request that may be sent again: the same key with the same content gets the first answer, for 24 hours. */
export interface Repeatable {
  keyring: Keyring
  workspaceId: string
  colleagueId: string
  key: string
  /** Method and pattern, e.g. `POST /topics`. */
  route: string
  requestHash: string
}

/** An answer as it is sent and kept. */
export interface Answered {
  status: number
  body: unknown
}

/** The header's value, or undefined where there is none. Throws 400 for one that cannot be a key. */
export function readIdempotencyKey(headers: Headers): string | undefined {
  const key = headers.get('idempotency-key')?.trim()
  if (key === undefined) return undefined
  if (/^[\x21-\x7e][\x20-\x7e]{0,199}$/.test(key)) return key
  throw new Problem(400, 'bad_idempotency_key', 'An Idempotency-Key has 1 to 200 printable ASCII characters.')
}

/** What makes two requests the same. Keyed, since a body may hold a password. */
export function hashRequest(keyring: Keyring, path: string, body: Buffer): string {
  return createHmac('sha256', deriveKey(keyring, 'requests')).update(path).update('\0').update(body).digest('hex')
}

/** Runs `act` in the transaction that also holds the key: both happen, or neither. A parallel repeat waits for it. */
export async function onceInTransaction(tx: Tx, ask: Repeatable, act: () => Promise<Answered>): Promise<Answered> {
  if (!(await claim(tx, ask))) return (await firstAnswer(tx, ask)) ?? inProgress()
  const answered = await act()
  await keep(tx, ask, answered)
  return answered
}

/** The same for what reaches outside and so cannot be one transaction: the key is claimed first, given back on failure. */
export async function onceOutside(work: Work, ask: Repeatable, act: () => Promise<Answered>): Promise<Answered> {
  const claimed = await work((tx) => claim(tx, ask))
  if (!claimed) return waitForFirst(work, ask)
  try {
    const answered = await act()
    await work((tx) => keep(tx, ask, answered))
    return answered
  } catch (error) {
    await work((tx) => ofKey(tx.deleteFrom('idempotency'), ask).execute())
    throw error
  }
}

/** True for the first one to come; a key older than a day, or one whose request died, is as good as new. */
async function claim(tx: Tx, ask: Repeatable): Promise<boolean> {
  const { workspaceId, colleagueId, key, route, requestHash } = ask
  const claimed = await tx
    .insertInto('idempotency')
    .values({ workspaceId, colleagueId, key, route, requestHash, status: null, answer: null })
    .onConflict((conflicting) =>
      conflicting
        .columns(['workspaceId', 'colleagueId', 'key'])
        .doUpdateSet({ route, requestHash, status: null, answer: null, at: sql<Date>`now()` })
        .where(
          sql<boolean>`idempotency.at < now() - interval '24 hours'
            or (idempotency.status is null and idempotency.at < now() - interval '5 minutes')`,
        ),
    )
    .returning('key')
    .executeTakeFirst()
  return claimed !== undefined
}

async function keep(tx: Tx, ask: Repeatable, answered: Answered): Promise<void> {
  // Sealed: some answers show a secret once, and it must not lie in the store.
  const answer = seal(ask.keyring, answered.body ?? null, placeOf(ask))
  await ofKey(tx.updateTable('idempotency').set({ status: answered.status, answer }), ask).execute()
}

async function firstAnswer(tx: Tx, ask: Repeatable): Promise<Answered | null> {
  const first = await ofKey(
    tx.selectFrom('idempotency').select(['requestHash', 'status', 'answer']),
    ask,
  ).executeTakeFirst()
  if (!first) return null
  if (first.requestHash !== ask.requestHash) {
    throw conflict(
      'other_request',
      'This Idempotency-Key was used for another request. Take a new key for new content.',
    )
  }
  if (first.status === null || first.answer === null) return null
  return { status: first.status, body: unseal(ask.keyring, first.answer, placeOf(ask)) }
}

async function waitForFirst(work: Work, ask: Repeatable): Promise<Answered> {
  for (let tries = 0; tries < 300; tries++) {
    const first = await work((tx) => firstAnswer(tx, ask))
    if (first) return first
    await sleep(100)
  }
  return inProgress()
}

function inProgress(): never {
  throw conflict('in_progress', 'The first request with this Idempotency-Key has not finished. Send it again later.')
}

function placeOf(ask: Repeatable): { workspaceId: string; id: string } {
  return { workspaceId: ask.workspaceId, id: `${ask.colleagueId}/${ask.key}` }
}

function ofKey<
  Query extends { where: (column: 'workspaceId' | 'colleagueId' | 'key', is: '=', value: string) => Query },
>(query: Query, ask: Repeatable): Query {
  return query
    .where('workspaceId', '=', ask.workspaceId)
    .where('colleagueId', '=', ask.colleagueId)
    .where('key', '=', ask.key)
}
