import type { MatchablePost } from '../model/match.ts'
import type { Query } from '../model/query.ts'
import { childrenOf } from '../model/query.ts'
import { evaluateQuery } from '../listen/matching/evaluate-query.ts'
import type { Look } from '../listen/matching/evaluate-query.ts'
import { explainQuery } from '../listen/matching/explain-query.ts'
import type { Explanation, Needed } from '../listen/matching/explain-query.ts'
import { makeTopicIndex } from '../listen/matching/topic-index.ts'
import { viewPost } from '../listen/matching/view-post.ts'
import { lazyLanguage } from '../listen/reading/language/read-language.ts'
import { checkQuery } from '../listen/topics/check-query.ts'
import { printQuery } from '../listen/topics/print-query.ts'
import { resolveReferences } from '../listen/topics/resolve-references.ts'
import { lineChunks, linesOf } from './line-chunks.ts'
import { parsePostLine } from './parse-post-line.ts'

export interface ExplainOptions {
  posts?: string
  text?: string
}

/** Says in sentences what brings a query up, what it costs, and why it matches a text or does not. Gives 1 for a wrong query. */
export async function explainQueryCommand(words: readonly string[], options: ExplainOptions): Promise<number> {
  const { query, ok, diagnostics } = checkQuery(words.join(' '))
  const resolved = ok && query ? resolveReferences(query, { list: () => undefined, topic: () => undefined }) : undefined
  if (!resolved || !('query' in resolved)) {
    const first = diagnostics.find(({ severity }) => severity === 'error')
    console.error(resolved?.message ?? `Line ${first?.line}, column ${first?.column}: ${first?.message}`)
    return 1
  }
  const posts = options.posts === undefined ? [] : await readPosts(options.posts)
  const lines = [
    `Read as: ${printQuery(resolved.query)}`,
    ...sayCost(explainQuery(resolved.query, posts), posts.length),
  ]
  if (options.text !== undefined) lines.push(...(await sayWhy(resolved.query, { text: options.text })))
  console.log(lines.join('\n'))
  return 0
}

const mostLearntFrom = 100_000

async function readPosts(file: string): Promise<MatchablePost[]> {
  const posts: MatchablePost[] = []
  for await (const chunk of lineChunks(file)) {
    for (const { line } of linesOf(chunk)) {
      const parsed = parsePostLine(line)
      if (!('problem' in parsed) && posts.length < mostLearntFrom) posts.push(parsed.post)
    }
  }
  return posts
}

function sayCost({ anchors, guards, tried, size, work }: Explanation, posts: number): string[] {
  const known =
    posts > 0 ? `by ${posts.toLocaleString('en')} posts` : 'guessed by the length of the words; --posts FILE tells more'
  return [
    anchors.length === 0
      ? 'Nothing brings it up, so it is looked at for every post.'
      : `Looked at when a post has ${list(anchors)}`,
    ...(guards.length === 0 ? [] : [`and besides ${list(guards)}`]),
    `That is about ${share(tried)} of all posts (${known}).`,
    `Each look takes at most ${size} steps: ${work < 0.01 ? 'less than 0.01' : work.toFixed(2)} steps a post on average.`,
  ]
}

const mostNamed = 12

function list(needed: readonly Needed[]): string {
  const named = needed.slice(0, mostNamed).map(({ words, share: of }) => `${words} (${share(of)})`)
  const more = needed.length - named.length
  return `${needed.length > 1 ? 'one of ' : ''}${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function share(of: number): string {
  const percent = of * 100
  return percent < 0.01 ? 'under 0.01 %' : `${percent.toFixed(percent < 1 ? 2 : 1)} %`
}

async function sayWhy(query: Query, post: MatchablePost): Promise<string[]> {
  const view = viewPost(post)
  const look: Look = { view, limit: view.words.length, language: (await lazyLanguage(post).label()) ?? '' }
  const holds = evaluateQuery(query, look) === true
  const index = makeTopicIndex()
  index.set('', query)
  const hits = holds ? index.hitsOf('', view, look.language).map(({ start, end }) => post.text.slice(start, end)) : []
  return [
    holds ? `It matches, by: ${hits.length === 0 ? 'no word of its own' : hits.join(' · ')}` : 'It does not match:',
    ...sayPieces(query, look, 1),
  ]
}

/** Every piece with whether it holds, those inside it below. */
function sayPieces(query: Query, look: Look, depth: number): string[] {
  const line = `${'  '.repeat(depth)}${evaluateQuery(query, look) === true ? '✓' : '✗'} ${printQuery(query)}`
  const inside = query.kind === 'title' ? { ...look, limit: look.view.titleWords } : look
  return [line, ...childrenOf(query).flatMap((child) => sayPieces(child, inside, depth + 1))]
}
