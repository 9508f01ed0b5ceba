/*
 * A worker of the outbox in a process of its own. It kills itself, without a chance to tidy up, when it comes to a named
 * point for the nth time; without a point it works until nothing is left. A blind one never finds what it has sent.
 */
import { openDatabase } from '../../server/db/database.ts'
import { inWorkspace } from '../../server/db/workspace.ts'
import { setLogLevel } from '../../server/log.ts'
import { deliverOne, takeDue, type Delivering } from '../../server/outbox/deliver.ts'
import { hurry } from './hurry.ts'
import { lyingConnector } from './lying-platform.ts'

const [connectionText, workspaceId, url, deadlyPoint, nth, blind] = process.argv.slice(2)
if (!connectionText || !workspaceId || !url) throw new Error('deliver-until CONNECTION WORKSPACE URL [POINT NTH]')

setLogLevel('silent')
let times = 0
const at = (point: string) => {
  if (point === deadlyPoint && ++times === Number(nth)) process.kill(process.pid, 'SIGKILL')
}
const db = openDatabase(JSON.parse(connectionText), 6)
const seeing = lyingConnector(at)
const connector = blind ? { ...seeing, reconcile: () => Promise.resolve({ outcome: 'absent' }) } : seeing
const delivering: Delivering = {
  db,
  workspaceId,
  at,
  pace: hurry,
  senders: {
    open: (_workspaceId, _channelId, signal) =>
      Promise.resolve({
        connector: connector as never,
        tools: { settings: { url }, signal } as never,
      }),
  },
}
while (await somethingLeft()) {
  const claimed = await takeDue(delivering, 4)
  await Promise.all(claimed.map((one) => deliverOne(delivering, one)))
  if (claimed.length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
}
await db.close()

function somethingLeft(): Promise<boolean> {
  return inWorkspace(db, workspaceId!, async (tx) => {
    const row = await tx
      .selectFrom('delivery')
      .select('id')
      .where('state', 'in', ['queued', 'sending', 'unknown'])
      .where('notBefore', '<', new Date(Date.now() + 3_600_000))
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  })
}
