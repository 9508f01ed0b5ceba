import type { Tx } from '../../db/database.ts'

/** Where posts that a topic would find would go. */
export interface Foresight {
  /** The words that rules go by, in the listening language. */
  words: readonly { id: string; words: string }[]
  departmentOf: (asked: {
    topic: { id: string; departmentId: string | null }
    channelId: string
    wordsFit: ReadonlySet<string>
  }) => string | null
}

/** Handed in, since this room knows no routing. */
export type ForeseeRoutes = (tx: Tx, workspaceId: string) => Promise<Foresight>
