import { z } from 'zod'
import type { Heard, HeardPost } from '../../model/post.ts'
import { NotThere } from '../ask-json.ts'
import { Refusal, type Batch, type Pause, type Tools } from '../connector.ts'
import { askGithub } from './ask-github.ts'
import type { Change } from './change.ts'
import { isOfPullRequest, parseThing } from './parse.ts'
import { readDiscussions } from './read-discussions.ts'
import type { GithubSettings } from './settings.ts'

const waitSeconds = 120
const firstDays = 7
const perPage = 100
const mostPages = 10

type List = 'issues' | 'comments' | 'discussions'

/** Up to which change each list of each repository was heard, and what of that very second. */
const placeSchema = z.object({ since: z.string(), seen: z.array(z.string()).default([]) })
const cursorSchema = z.record(z.string(), placeSchema)
type ListPlace = z.infer<typeof placeSchema>

/** Asks each repository for what changed since the last look; one batch a list, oldest change first. */
export async function* listen(tools: Tools<GithubSettings>): AsyncGenerator<Batch, Pause, void> {
  const cursor = { ...cursorSchema.safeParse(tools.cursor).data }
  for (const repository of tools.settings.repositories)
    for (const list of listsOf(tools.settings)) {
      const name = `${repository.toLowerCase()} ${list}`
      const before = cursor[name] ?? { since: firstSince(tools.now()), seen: [] }
      const { posts, after } = await readSince(tools, { repository, list }, before)
      cursor[name] = after
      const wanted = posts.filter((post) => tools.settings.pullRequests || !isOfPullRequest(post))
      if (wanted.length > 0 || after.since !== before.since)
        yield { heard: wanted.map((post): Heard => ({ kind: 'post', post })), cursor: { ...cursor } }
    }
  return { waitSeconds }
}

function listsOf({ issues, pullRequests, discussions }: GithubSettings): List[] {
  return [
    ...(issues || pullRequests ? (['issues', 'comments'] as const) : []),
    ...(discussions ? (['discussions'] as const) : []),
  ]
}

function firstSince(now: Date): string {
  return new Date(now.getTime() - firstDays * 86_400_000).toISOString().replace(/\.\d+Z$/u, 'Z')
}

async function readSince(
  tools: Tools<GithubSettings>,
  { repository, list }: { repository: string; list: List },
  before: ListPlace,
): Promise<{ posts: HeardPost[]; after: ListPlace }> {
  const changes =
    list === 'discussions'
      ? await readDiscussions(tools, repository, before.since)
      : await readChanges(tools, { repository, list, since: before.since })
  const seen = new Set(before.seen)
  const after = changes.reduce((latest, { changedAt }) => (changedAt > latest ? changedAt : latest), before.since)
  const atThatTime = changes.filter(({ changedAt }) => changedAt === after).map(printOf)
  return {
    posts: changes.filter((change) => !seen.has(printOf(change))).map(({ post }) => post),
    after: { since: after, seen: after === before.since ? [...new Set([...before.seen, ...atThatTime])] : atThatTime },
  }
}

function printOf({ post, changedAt }: Change): string {
  return `${post.externalId} ${changedAt}`
}

async function readChanges(
  tools: Tools<GithubSettings>,
  { repository, list, since }: { repository: string; list: 'issues' | 'comments'; since: string },
): Promise<Change[]> {
  const changes: Change[] = []
  const path = `/repos/${repository}/issues${list === 'comments' ? '/comments' : ''}`
  for (let page = 1; page <= mostPages; page++) {
    const asked = new URLSearchParams({
      since,
      sort: 'updated',
      direction: 'asc',
      per_page: String(perPage),
      page: String(page),
    })
    if (list === 'issues') asked.set('state', 'all')
    const found = await readPage(tools, repository, `${path}?${asked}`)
    changes.push(...found.flatMap((raw) => changeOf(raw, tools.settings)))
    // What is beyond is read at the next look, from the last change of this one.
    if (found.length < perPage) break
  }
  return changes
}

async function readPage(tools: Tools<GithubSettings>, repository: string, path: string): Promise<unknown[]> {
  try {
    const { body } = await askGithub(tools, path)
    return z.array(z.unknown()).catch([]).parse(body)
  } catch (error) {
    if (!(error instanceof NotThere)) throw error
    throw new Refusal(
      `GitHub has no repository ${repository} that this token may read, or its issues are off.`,
      'repositories',
    )
  }
}

function changeOf(raw: unknown, settings: GithubSettings): Change[] {
  const post = parseThing(raw, settings)
  const changedAt = z.object({ updated_at: z.string() }).safeParse(raw).data?.updated_at
  return post && changedAt ? [{ post, changedAt }] : []
}
