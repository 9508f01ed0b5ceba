import { open } from 'node:fs/promises'
import { PackedIndexError } from '../listen/matching/packed-bytes.ts'
import { makeTopicIndex, openPacked } from '../listen/matching/topic-index.ts'
import type { TopicIndex } from '../listen/matching/topic-index.ts'
import { fileProblem, lineChunks, linesOf, nameOf } from './line-chunks.ts'
import type { LineChunk } from './line-chunks.ts'
import { parsePostLine } from './parse-post-line.ts'
import { collectBadLines } from './report-lines.ts'
import { addTopicLine, indexTopics } from './topic-lines.ts'
import type { TopicLines } from './topic-lines.ts'
import { UsageError } from './usage-error.ts'

/** Builds the index of a file of topics; says on standard error which lines were left out. */
export async function buildIndex(file: string): Promise<TopicIndex> {
  const topics: TopicLines = { queries: new Map(), bad: [] }
  for await (const chunk of lineChunks(file))
    for (const { line, number } of linesOf(chunk)) addTopicLine(topics, line, number)
  const index = makeTopicIndex()
  indexTopics(topics, index)
  const bad = collectBadLines(nameOf(file), 'topics')
  bad.add(topics.bad)
  bad.report()
  return index
}

/** Opens a packed index. */
export async function readIndex(file: string): Promise<TopicIndex> {
  try {
    return openPacked(await readShared(file))
  } catch (error) {
    if (error instanceof PackedIndexError) throw new UsageError(`${file}: ${error.message}`, { cause: error })
    throw fileProblem(error, file)
  }
}

const mostAtOnce = 2 ** 30

async function readShared(file: string): Promise<Uint8Array> {
  await using handle = await open(file)
  const { size } = await handle.stat()
  const bytes = new Uint8Array(new SharedArrayBuffer(size))
  for (let at = 0; at < size;) {
    const { bytesRead } = await handle.read(bytes, at, Math.min(size - at, mostAtOnce), at)
    if (bytesRead === 0) break
    at += bytesRead
  }
  return bytes
}

/** An index that is packed learns nothing more: it is shown the first posts before. Gives all posts again. */
export async function learnFrom(
  index: TopicIndex,
  chunks: AsyncGenerator<LineChunk>,
  pieces: number,
): Promise<AsyncIterable<LineChunk>> {
  const first: LineChunk[] = []
  while (first.length < pieces) {
    const next = await chunks.next()
    if (next.done) break
    first.push(next.value)
    for (const { line } of linesOf(next.value)) {
      const read = parsePostLine(line)
      if ('post' in read) index.tryPost(read.post)
    }
  }
  return andThen(first, chunks)
}

async function* andThen(first: readonly LineChunk[], rest: AsyncIterable<LineChunk>): AsyncGenerator<LineChunk> {
  yield* first
  yield* rest
}
