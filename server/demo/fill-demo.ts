import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { readLag } from '../listen/arrivals/arrival-store.ts'
import { sampleSettings } from '../connectors/sample/settings.ts'
import { pastWeek } from '../connectors/sample/past-week.ts'
import { channels } from './company.ts'
import type { Desk } from './desk.ts'
import { leaveEveryTurn } from './leave-every-turn.ts'

const patienceMs = 60_000

/** Waits until the past week is placed, then lets the invented colleagues work through it. Throws when nothing comes. */
export async function fillDemo(desk: Desk, signal: AbortSignal): Promise<void> {
  await waitUntil(() => isPlaced(desk), signal, 'The posts of the sample network did not come in within a minute.')
  await leaveEveryTurn(desk, (replyId) =>
    waitUntil(() => isSent(desk, replyId), signal, 'An invented reply did not leave within a minute.'),
  )
}

/** Every sample channel has told its past, and the pipeline has nothing left to do. */
function isPlaced({ work, workspaceId }: Desk): Promise<boolean> {
  return work(async (tx) => {
    const rows = await tx
      .selectFrom('channel')
      .select(['name', 'cursor'])
      .where('workspaceId', '=', workspaceId)
      .where('kind', '=', 'sample')
      .execute()
    const told = channels
      .filter(({ kind }) => kind === 'sample')
      .every(({ name, settings }) => {
        const cursor = rows.find((row) => row.name === name)?.cursor as
          | { begun: string; told: number }
          | null
          | undefined
        if (!cursor) return false
        return cursor.told >= pastWeek(sampleSettings.parse(settings), new Date(cursor.begun)).length
      })
    return told && (await readLag(tx, workspaceId)) === 0
  })
}

function isSent({ work, workspaceId }: Desk, replyId: string): Promise<boolean> {
  return work(async (tx) => {
    const row = await tx
      .selectFrom('delivery')
      .select(sql<boolean>`state = 'sent'`.as('sent'))
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', replyId)
      .executeTakeFirst()
    return row?.sent ?? false
  })
}

async function waitUntil(holds: () => Promise<boolean>, signal: AbortSignal, otherwise: string): Promise<void> {
  const end = Date.now() + patienceMs
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(otherwise)
    await wait(150, undefined, { signal })
  }
}
