import { Client } from 'pg'
import type { Connection } from './database.ts'

/**
 * Hears the notices that `wake` sends, on a connection of its own. When the line breaks it is opened again; what was
 * missed meanwhile is found by the loops themselves, so after each opening `hear` is called for everything.
 */
export function hearWakes(
  connection: Connection,
  hear: (what: string | undefined, workspaceId: string | undefined) => void,
): { close(): Promise<void> } {
  const closing = new AbortController()
  let client: Client | undefined
  const loop = (async () => {
    while (!closing.signal.aborted) {
      client = new Client({ ...connection })
      const broken = new Promise<void>((resolve) => {
        client?.on('error', () => resolve())
        client?.on('end', () => resolve())
      })
      try {
        client.on('notification', ({ payload }) => {
          const [what, workspaceId] = (payload ?? '').split(' ')
          hear(what, workspaceId)
        })
        await client.connect()
        await client.query('listen earshot')
        hear(undefined, undefined)
        await broken
      } catch {
        // Not to be reached now: tried again below.
      }
      await client.end().catch(() => {})
      if (!closing.signal.aborted) await new Promise((resolve) => setTimeout(resolve, 500))
    }
  })()
  return {
    async close() {
      closing.abort()
      await client?.end().catch(() => {})
      await loop
    },
  }
}
