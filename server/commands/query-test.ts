import type { Hit } from '../model/match.ts'
import { findMatches } from '../listen/matching/find-matches.ts'
import { makeTopicIndex } from '../listen/matching/topic-index.ts'
import { lazyLanguage } from '../listen/reading/language/read-language.ts'
import { checkQuery } from '../listen/topics/check-query.ts'
import { printQuery } from '../listen/topics/print-query.ts'
import { resolveReferences } from '../listen/topics/resolve-references.ts'
import { lineChunks, linesOf, nameOf } from './line-chunks.ts'
import { parsePostLine } from './parse-post-line.ts'
import { collectBadLines, reportProgress } from './report-lines.ts'

interface Trial {
  /** The query as it was read, in its shortest form. */
  query: string
  posts: number
  matches: number
  days: Record<string, number>
  channels: Record<string, number>
  samples: { id: string | number; text: string; hits: Hit[] }[]
}

const mostSamples = 20

/**
 * Tries a query on a file of posts: counts by day and channel, and samples with the words that hit, as one JSON object.
 * A query with errors gives its diagnostics instead, and 1.
 */
export async function testQueryCommand(words: readonly string[], { posts }: { posts: string }): Promise<number> {
  const { query, ok, diagnostics } = checkQuery(words.join(' '))
  const resolved = ok && query ? resolveReferences(query, { list: () => undefined, topic: () => undefined }) : undefined
  if (!resolved || !('query' in resolved)) {
    console.log(JSON.stringify({ diagnostics, ...(resolved && { message: resolved.message }) }, null, 2))
    return 1
  }
  const index = makeTopicIndex()
  index.set('', resolved.query)
  const trial: Trial = { query: printQuery(resolved.query), posts: 0, matches: 0, days: {}, channels: {}, samples: [] }
  const bad = collectBadLines(nameOf(posts), 'posts')
  const progress = reportProgress()
  for await (const chunk of lineChunks(posts)) {
    for (const { line, number } of linesOf(chunk)) {
      const problem = await tryLine(trial, index, line)
      if (problem !== undefined) bad.add([{ number, problem }])
    }
    progress(trial.posts)
  }
  bad.report()
  console.log(JSON.stringify({ ...trial, diagnostics }, null, 2))
  return 0
}

async function tryLine(
  trial: Trial,
  index: ReturnType<typeof makeTopicIndex>,
  line: string,
): Promise<string | undefined> {
  const parsed = parsePostLine(line)
  if ('problem' in parsed) return parsed.problem
  const { post } = parsed
  trial.posts++
  const [match] = await findMatches(index, post, lazyLanguage(post).label)
  if (!match) return undefined
  trial.matches++
  if (post.createdAt !== undefined) count(trial.days, post.createdAt.slice(0, 10))
  if (post.channel !== undefined) count(trial.channels, post.channel)
  if (trial.samples.length < mostSamples) trial.samples.push({ id: post.id, text: post.text, hits: match.hits })
  return undefined
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1
}
