import { z } from 'zod'
import type { HeardPost } from '../../model/post.ts'
import { nameOf, placeOfAddress } from './place.ts'

const user = z
  .object({ login: z.string(), id: z.union([z.number(), z.string()]).optional(), html_url: z.string().optional() })
  .nullish()
  .catch(null)

const time = z.string().refine((written) => !Number.isNaN(Date.parse(written)))

/** What issues, pull requests, discussions and comments have in common, in the REST interface and in webhooks. */
const thing = z.object({
  html_url: z.string(),
  title: z.string().nullish().catch(null),
  body: z.string().nullish().catch(null),
  user,
  created_at: time,
  updated_at: time.nullish().catch(null),
  parent_id: z.number().nullish().catch(null),
  pull_request: z.unknown().optional(),
  author_association: z.string().catch(''),
})

export interface Us {
  login: string
}

/** Marks a comment as ours, so that it is found again; see `send.ts`. GitHub shows nothing of it. */
const ownMark = /<!-- earshot:[\w-]+ -->/gu

/**
 * An issue, pull request, discussion or comment of one; undefined for what is none, or whose author is gone. Its text stays
 * the Markdown that was typed, without comments nobody sees.
 */
export function parseThing(raw: unknown, us: Us): HeardPost | undefined {
  const given = thing.safeParse(raw).data
  const place = given && placeOfAddress(given.html_url)
  if (!given?.user || !place) return undefined
  const { user: author, title } = given
  const thread = nameOf({ repository: place.repository, number: place.number })
  const isDiscussion = given.html_url.includes('/discussions/')
  return {
    externalId: nameOf(place),
    text: textOf(given.body ?? ''),
    author: authorOf(author),
    url: given.html_url,
    ...timesOf(given),
    threadRoot: thread,
    ...(place.comment
      ? { type: 'comment', inReplyTo: given.parent_id ? `${thread}/d${given.parent_id}` : thread }
      : { type: isDiscussion ? 'question' : 'post', ...(title && { title }) }),
    ...(isUs(author, us) && { ours: true }),
  }
}

function authorOf({ login, id, html_url: url }: z.infer<typeof user> & {}) {
  return { id: String(id ?? login), handle: `@${login}`, name: login, url: url ?? `https://github.com/${login}` }
}

function timesOf(given: Pick<z.infer<typeof thing>, 'created_at' | 'updated_at'>) {
  const createdAt = new Date(given.created_at)
  const changedAt = given.updated_at ? new Date(given.updated_at) : createdAt
  return { createdAt, ...(changedAt > createdAt && { editedAt: changedAt }) }
}

function isUs({ login }: { login: string }, us: Us): boolean {
  return us.login !== '' && login.toLowerCase() === us.login.toLowerCase()
}

function textOf(body: string): string {
  return body
    .replaceAll(ownMark, '')
    .replaceAll(/<!--[^>]{0,5000}-->/gu, '')
    .replaceAll('\r\n', '\n')
    .trim()
}

/** Whether something is about a pull request and not an issue. */
export function isOfPullRequest(post: HeardPost): boolean {
  return post.url?.includes('/pull/') ?? false
}
