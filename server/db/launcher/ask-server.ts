import { realpathSync } from 'node:fs'
import { Client } from 'pg'
import type { LivingServer } from './living-server.ts'
import { storeUser } from './make-cluster.ts'

/** Whether the server takes connections, and is the one of this folder. */
export async function answers({ socketFolder }: LivingServer, cluster: string): Promise<boolean> {
  try {
    return await withClient(socketFolder, 'postgres', async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory')
      return realpathSync(rows[0]?.data_directory ?? '/') === realpathSync(cluster)
    })
  } catch {
    return false
  }
}

/** Makes our database in a server that has none yet. */
export async function ensureDatabase(socketFolder: string, database: string): Promise<void> {
  await withClient(socketFolder, 'postgres', async (client) => {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (rows.length === 0) await client.query(`create database ${client.escapeIdentifier(database)}`)
  })
}

/** How many others are connected to our database right now. */
export async function countOthers(socketFolder: string): Promise<number> {
  return await withClient(socketFolder, 'postgres', async (client) => {
    const { rows } = await client.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    return rows[0]?.others ?? 0
  })
}

async function withClient<Result>(
  socketFolder: string,
  database: string,
  act: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    host: socketFolder,
    port: 5432,
    user: storeUser,
    database,
    connectionTimeoutMillis: 5000,
  })
  client.on('error', () => {})
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}
