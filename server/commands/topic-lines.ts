import { z } from 'zod'
import type { Query } from '../model/query.ts'
import type { TopicIndex } from '../listen/matching/topic-index.ts'
import { checkQuery } from '../listen/topics/check-query.ts'
import { QueryTreeError, readQueryTree } from '../listen/topics/read-query-tree.ts'
import { resolveReferences } from '../listen/topics/resolve-references.ts'

/** A line that cannot be used, and why. */
export interface BadLine {
  number: number
  problem: string
}

const topicLine = z.union([
  z.object({ id: z.union([z.string(), z.number()]), query: z.string() }),
  z.object({ id: z.union([z.string(), z.number()]), q: z.unknown() }),
])

/** The topics of a file of JSON lines, gathered before they go into an index, since they may refer to each other. */
export interface TopicLines {
  queries: Map<string, { query: Query; number: number; refers: boolean }>
  bad: BadLine[]
}

/** Takes one line: `{"id", "query"}` in the listening language, or `{"id", "q"}` as a tree. */
export function addTopicLine(topics: TopicLines, line: string, number: number): void {
  const read = readTopicLine(line)
  if ('problem' in read) topics.bad.push({ number, problem: read.problem })
  else if (topics.queries.has(read.id))
    topics.bad.push({ number, problem: `The id “${read.id}” stands on an earlier line already.` })
  else topics.queries.set(read.id, { query: read.query, number, refers: read.refers })
}

/** Puts all topics into an index; those that refer to nothing, or in a circle, are bad lines. */
export function indexTopics(topics: TopicLines, index: TopicIndex): void {
  const references = { list: () => undefined, topic: (name: string) => topics.queries.get(name)?.query }
  for (const [id, { query, number, refers }] of topics.queries) {
    const resolved = refers ? resolveReferences(query, references, id) : { query }
    if ('query' in resolved) index.set(id, resolved.query)
    else topics.bad.push({ number, problem: resolved.message })
  }
}

type ReadTopic = { id: string; query: Query; refers: boolean } | { problem: string }

function readTopicLine(line: string): ReadTopic {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return { problem: 'This line is no JSON. A topic is written {"id": "1", "query": "acme"}, one a line.' }
  }
  const parsed = topicLine.safeParse(json)
  if (!parsed.success) return { problem: 'A topic needs "id" and "query" (text), or "id" and "q" (a tree).' }
  const id = String(parsed.data.id)
  if ('query' in parsed.data) return readText(id, parsed.data.query)
  try {
    return { id, query: readQueryTree(parsed.data.q), refers: false }
  } catch (error) {
    if (error instanceof QueryTreeError) return { problem: error.message }
    throw error
  }
}

function readText(id: string, text: string): ReadTopic {
  const { query, ok, diagnostics } = checkQuery(text)
  if (ok && query) return { id, query, refers: /\b(?:list|topic):/i.test(text) }
  const first = diagnostics.find(({ severity }) => severity === 'error')
  return {
    problem: `The query of “${id}” cannot be read (line ${first?.line}, column ${first?.column}): ${first?.message}`,
  }
}
