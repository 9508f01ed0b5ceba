import { z } from 'zod'
import { askGraph, type GithubTools } from './ask-github.ts'
import type { Change } from './change.ts'
import { parseThing } from './parse.ts'

const perPage = 25
const mostPages = 4

const said = `
  databaseId url body createdAt updatedAt authorAssociation
  author { login url ... on User { databaseId } ... on Bot { databaseId } }`

const query = `query($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussions(first: ${perPage}, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes { ${said} number title comments(last: 50) { nodes { ${said} replies(last: 50) { nodes { ${said} } } } } }
    }
  }
}`

const author = z.object({ login: z.string(), url: z.string().optional(), databaseId: z.number().nullish() }).nullish()
const words = {
  databaseId: z.number().nullish(),
  url: z.string(),
  body: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  author,
}
const list = <Node extends z.ZodType>(node: Node) => z.object({ nodes: z.array(node) }).catch({ nodes: [] })
const reply = z.object(words)
const comment = z.object({ ...words, replies: list(reply) })
const discussion = z.object({ ...words, title: z.string(), comments: list(comment) })
const answer = z.object({
  repository: z.object({
    discussions: z.object({
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
      nodes: z.array(z.unknown()),
    }),
  }),
})

/** What was written or changed in a repository's discussions since then, oldest change first. */
export async function readDiscussions(tools: GithubTools, repository: string, since: string): Promise<Change[]> {
  const [owner, name] = repository.split('/')
  const changes: Change[] = []
  let after: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const { repository: found } = answer.parse(await askGraph(tools, query, { owner, name, after: after ?? null }))
    const discussions = found.discussions.nodes.flatMap((raw) => discussion.safeParse(raw).data ?? [])
    for (const each of discussions) changes.push(...changesIn(each, tools))
    const oldest = discussions.at(-1)?.updatedAt
    const { hasNextPage, endCursor } = found.discussions.pageInfo
    if (!hasNextPage || !endCursor || oldest === undefined || oldest < since) break
    after = endCursor
  }
  return changes
    .filter(({ changedAt }) => changedAt >= since)
    .sort((one, two) => (one.changedAt < two.changedAt ? -1 : Number(one.changedAt > two.changedAt)))
}

function changesIn(given: z.infer<typeof discussion>, { settings }: GithubTools): Change[] {
  const all = [
    { ...given, parent: null },
    ...given.comments.nodes.flatMap((each) => [
      { ...each, title: undefined, parent: null },
      ...each.replies.nodes.map((answered) => ({ ...answered, title: undefined, parent: each.databaseId ?? null })),
    ]),
  ]
  return all.flatMap((each) => {
    const post = parseThing(asRest(each), settings)
    return post ? [{ post, changedAt: each.updatedAt }] : []
  })
}

/** GraphQL's names to those of the REST interface and the webhooks. */
function asRest(given: z.infer<typeof reply> & { title?: string | undefined; parent: number | null }) {
  const { author: writer } = given
  return {
    html_url: given.url,
    title: given.title,
    body: given.body,
    created_at: given.createdAt,
    updated_at: given.updatedAt,
    parent_id: given.parent,
    user: writer && { login: writer.login, id: writer.databaseId ?? undefined, html_url: writer.url },
  }
}
