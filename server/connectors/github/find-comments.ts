import { z } from 'zod'
import { askGithub, askGraph, type GithubTools } from './ask-github.ts'
import type { Place } from './place.ts'

/** A comment as far as finding and answering it needs. */
export interface FoundComment {
  id: string
  url: string
  body: string
  /** By which GraphQL knows it; only of comments that can be answered. */
  nodeId?: string
}

const restComment = z.object({ id: z.number(), html_url: z.string(), body: z.string().nullish() })
const mostPages = 5

/** The comments of an issue or pull request that were written or changed since then. */
export async function issueComments(tools: GithubTools, place: Place, since: Date): Promise<FoundComment[]> {
  const found: FoundComment[] = []
  for (let page = 1; page <= mostPages; page++) {
    const asked = new URLSearchParams({ since: since.toISOString(), per_page: '100', page: String(page) })
    const { body } = await askGithub(tools, `/repos/${place.repository}/issues/${place.number}/comments?${asked}`)
    const comments = z.array(restComment).catch([]).parse(body)
    found.push(...comments.map(({ id, html_url: url, body: text }) => ({ id: String(id), url, body: text ?? '' })))
    if (comments.length < 100) break
  }
  return found
}

const query = `query($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { discussion(number: $number) { id
    comments(last: 100) { nodes { id databaseId url body replies(last: 50) { nodes { databaseId url body } } } } } }
}`

const node = z.object({ databaseId: z.number(), url: z.string(), body: z.string() })
const answer = z.object({
  repository: z.object({
    discussion: z.object({
      id: z.string(),
      comments: z.object({
        nodes: z.array(
          node.extend({ id: z.string(), replies: z.object({ nodes: z.array(node) }).catch({ nodes: [] }) }),
        ),
      }),
    }),
  }),
})

/** A discussion's own node id and its newest comments; `nodeId` of an answer is that of the comment it stands under. */
export async function discussionComments(tools: GithubTools, place: Place) {
  const [owner, name] = place.repository.split('/')
  const found = answer.parse(await askGraph(tools, query, { owner, name, number: place.number })).repository.discussion
  const comments = found.comments.nodes.flatMap((top): FoundComment[] =>
    [top, ...top.replies.nodes].map(({ databaseId, url, body }) => ({
      id: String(databaseId),
      url,
      body,
      nodeId: top.id,
    })),
  )
  return { id: found.id, comments }
}
