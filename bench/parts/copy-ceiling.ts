import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client, type ClientConfig } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { makePost } from './push-posts.ts'

/** Rows a second that the same store takes by COPY into one bare table without an index, a commit per hundred. */
export async function copyCeiling(connection: ClientConfig, posts: number): Promise<number> {
  const client = new Client(connection)
  await client.connect()
  try {
    await client.query('create table bench_ceiling (id text, body text, author text, at timestamptz)')
    const begun = performance.now()
    for (let first = 0; first < posts; first += 100) {
      const rows = Array.from({ length: 100 }, (_, at) => {
        const { id, text, author, createdAt } = makePost(`c ${first + at}`, first + at)
        return `${id}\t${text}\t${author.name}\t${createdAt}\n`
      })
      await pipeline(Readable.from(rows), client.query(copyFrom('copy bench_ceiling from stdin')))
    }
    return posts / ((performance.now() - begun) / 1000)
  } finally {
    await client.query('drop table if exists bench_ceiling')
    await client.end()
  }
}
