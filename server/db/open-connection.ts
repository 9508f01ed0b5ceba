import type { Connection } from './database.ts'
import { joinStore, openStore } from './launcher/open-store.ts'

export interface Way {
  /** A server of one's own; else the embedded store in the data folder. */
  databaseUrl: string | undefined
  dataFolder: string
  searchPath: string
  say: (sentence: string) => void
}

/** The store, for the process that serves (only one may, on an embedded store) or for one command. */
export async function openConnection(
  { databaseUrl, ...folder }: Way,
  purpose: 'serve' | 'command',
): Promise<{ connection: Connection; stop: () => Promise<void> }> {
  if (databaseUrl) return { connection: { connectionString: databaseUrl }, stop: () => Promise.resolve() }
  return purpose === 'serve' ? await openStore(folder) : await joinStore(folder)
}
