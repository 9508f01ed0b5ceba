import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import type { Matched } from './match-lane.ts'
import { lineChunks, nameOf } from './line-chunks.ts'
import type { LineChunk } from './line-chunks.ts'
import { buildIndex, learnFrom, readIndex } from './load-index.ts'
import type { DistantLane } from './match-threads.ts'
import { openLanes } from './match-threads.ts'
import { medianRates } from './match-rates.ts'
import { emptyChecksum, mergeChecksum, printChecksum } from './pair-checksum.ts'
import { collectBadLines, reportProgress } from './report-lines.ts'
import { UsageError } from './usage-error.ts'

export interface MatchOptions {
  /** A file of topics or a packed index: one of the two. */
  topics?: string
  index?: string
  posts: string
  /** Where to write the packed index. */
  indexOut?: string
  /** A file, or `-` for standard output. */
  pairs?: string
  threads?: string
  bench?: boolean
}

type Matching = MatchOptions & { lanes: readonly DistantLane[]; chunks: AsyncIterable<LineChunk> }

/** Matches a file of posts against a file of topics; ends with one JSON line of figures on standard output. */
export async function match(options: MatchOptions): Promise<void> {
  const threads = readThreads(options.threads)
  checkFiles(options)
  const { topics, lanes, chunks } = await prepare(options, threads)
  try {
    const matching = { ...options, lanes, chunks }
    const figures = options.bench ? await bench(matching) : await matchStream(matching)
    const { posts, checksum, ...rates } = figures
    console.log(JSON.stringify({ posts, topics, pairs: checksum.count, checksum: printChecksum(checksum), ...rates }))
  } finally {
    await Promise.all(lanes.map((lane) => lane.end()))
  }
}

const mostThreads = 64

function readThreads(wanted: string | undefined): number {
  const threads = Number(wanted ?? 1)
  if (Number.isInteger(threads) && threads >= 1 && threads <= mostThreads) return threads
  throw new UsageError(`--threads is a whole number from 1 to ${mostThreads}, not “${wanted}”.`)
}

function checkFiles({ topics, index, posts, indexOut }: MatchOptions): void {
  if ((topics === undefined) === (index === undefined))
    throw new UsageError('Name the topics: either --topics with a file of them, or --index with a packed index.')
  if (index !== undefined && indexOut !== undefined)
    throw new UsageError('--index-out packs what --topics gives. Leave it out, or name --topics in place of --index.')
  if (topics === '-' && posts === '-') throw new UsageError('Only one of --topics and --posts can be standard input.')
}

/** From a stream, more than the first piece may be long in coming. */
const piecesToLearn = { file: 4, stream: 1 } as const

async function prepare({ topics, index: indexFile, posts, indexOut }: MatchOptions, threads: number) {
  const index = topics === undefined ? await readIndex(indexFile!) : await buildIndex(topics)
  const all = lineChunks(posts)
  const learns = topics !== undefined && (threads > 1 || indexOut !== undefined)
  const chunks = learns ? await learnFrom(index, all, piecesToLearn[posts === '-' ? 'stream' : 'file']) : all
  if (indexOut !== undefined) await writeIndex(index.pack(), indexOut)
  return { topics: index.size, lanes: openLanes(threads, index), chunks }
}

async function writeIndex(packed: SharedArrayBuffer, file: string): Promise<void> {
  try {
    await writeFile(file, new Uint8Array(packed))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`The index cannot be written to ${file}: ${reason}. Name another file.`, { cause: error })
  }
}

/** Posts go to the lanes a piece at a time, at most two waiting each; what comes back is written in the posts' order. */
async function matchStream({ lanes, chunks, ...options }: Matching) {
  const total = { posts: 0, checksum: emptyChecksum() }
  const bad = collectBadLines(nameOf(options.posts), 'posts')
  const out = openPairs(options.pairs)
  const started = performance.now()
  const cpu = process.cpuUsage()
  const progress = reportProgress()
  const pending: Promise<Matched>[] = []
  const settle = async (): Promise<void> => {
    const matched = await pending.shift()!
    total.posts += matched.posts
    mergeChecksum(total.checksum, matched.checksum)
    bad.add(matched.bad)
    if (out && matched.pairs !== '' && !out.write(matched.pairs)) await once(out, 'drain')
    progress(total.posts)
  }
  let next = 0
  for await (const chunk of chunks) {
    pending.push(lanes[next++ % lanes.length]!.matchPosts(chunk, out !== undefined))
    while (pending.length >= lanes.length * 2) await settle()
  }
  while (pending.length > 0) await settle()
  if (out && out !== process.stdout) await new Promise((resolve) => out.end(resolve))
  bad.report()
  const seconds = (performance.now() - started) / 1000
  return { posts: total.posts, checksum: total.checksum, ...ratesOf(total.posts, seconds, cpuSeconds(cpu)) }
}

/** Reads all posts first, then matches them again and again: the rates are medians of matching alone. */
async function bench({ lanes, chunks, ...options }: Matching) {
  if (options.pairs !== undefined) throw new UsageError('--bench writes no pairs. Leave --pairs out.')
  let next = 0
  const bad = collectBadLines(nameOf(options.posts), 'posts')
  for await (const chunk of chunks) bad.add(await lanes[next++ % lanes.length]!.keepPosts(chunk))
  bad.report()
  const { posts, checksum, ...rates } = await medianRates(async () => {
    const all = { posts: 0, checksum: emptyChecksum() }
    for (const part of await Promise.all(lanes.map((lane) => lane.matchKept()))) {
      all.posts += part.posts
      mergeChecksum(all.checksum, part.checksum)
    }
    return all
  })
  return { posts, checksum, ...rates }
}

function openPairs(file: string | undefined): Writable | undefined {
  if (file === undefined) return undefined
  return file === '-' ? process.stdout : createWriteStream(file)
}

export function cpuSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e6
}

function ratesOf(posts: number, seconds: number, cpu: number) {
  return {
    seconds: rounded(seconds),
    cpuSeconds: rounded(cpu),
    postsPerSecond: Math.round(posts / seconds),
    postsPerCpuSecond: Math.round(posts / cpu),
  }
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}
