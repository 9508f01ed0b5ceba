import { execFileSync } from 'node:child_process'
import { createReadStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { gunzipSync } from 'node:zlib'
import type { Query } from '../../../server/model/query.ts'
import { readQueryTree } from '../../../server/listen/topics/read-query-tree.ts'
import { inShared } from '../../../tests/shared-dir.ts'

export interface Post {
  id: number
  text: string
}

/** A query of the workload: as it is written there, and as the product reads it. */
export interface Stored {
  id: number
  q: unknown
  query: Query
}

export interface Workload {
  posts: readonly Post[]
  postsFile: string
  /** The first queries, so many at a time that they can be timed, so few that memory stays free. */
  queries: (count: number, from?: number) => AsyncGenerator<Stored[]>
}

const atOnce = 1_000

/** Unpacks the posts and generates the queries; fewer of them are the first of more. */
export function prepareWorkload(folder: string, most: number): Workload {
  const postsFile = join(folder, 'posts.jsonl')
  writeFileSync(postsFile, gunzipSync(readFileSync(inShared('bench/percolate/posts.jsonl.gz'))))
  const queriesFile = join(folder, 'queries.jsonl')
  const generator = inShared('bench/percolate/queries.mjs')
  execFileSync(process.execPath, [generator, postsFile, String(most), queriesFile, 'dev-1'], { stdio: 'ignore' })
  return {
    posts: readPosts(postsFile),
    postsFile,
    queries: (count, from = 0) => readQueries(queriesFile, from, count),
  }
}

export function readPosts(file: string): Post[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line): Post => JSON.parse(line) as Post)
}

async function* readQueries(file: string, from: number, to: number): AsyncGenerator<Stored[]> {
  const source = createReadStream(file)
  let batch: Stored[] = []
  let number = 0
  for await (const line of createInterface(source)) {
    if (number >= to) break
    if (number++ < from) continue
    const { id, q } = JSON.parse(line) as { id: number; q: unknown }
    batch.push({ id, q, query: readQueryTree(q) })
    if (batch.length < atOnce) continue
    yield batch
    batch = []
  }
  source.destroy()
  if (batch.length > 0) yield batch
}
