import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Heard, HeardPost } from '../../model/post.ts'
import { Unsigned, type Push, type PushTools, type Taken } from '../connector.ts'
import { isOfPullRequest, parseThing } from './parse.ts'
import type { GithubSettings } from './settings.ts'

const event = z.object({
  action: z.string().catch(''),
  issue: z.unknown().optional(),
  comment: z.unknown().optional(),
  discussion: z.unknown().optional(),
})

/** Which part of each event is new or changed words, and at which actions. */
const worded = {
  issues: { part: 'issue', actions: ['opened', 'edited', 'transferred', 'reopened'] },
  issue_comment: { part: 'comment', actions: ['created', 'edited'] },
  discussion: { part: 'discussion', actions: ['created', 'edited'] },
  discussion_comment: { part: 'comment', actions: ['created', 'edited'] },
} as const

/** Takes in a webhook delivery (https://docs.github.com/webhooks). Events that bring no words are taken and passed over. */
export async function receive({ settings }: PushTools<GithubSettings>, push: Push): Promise<Taken> {
  verify(settings.secret, push)
  const id = push.headers.get('x-github-delivery')
  const heard = heardIn(push.headers.get('x-github-event') ?? '', JSON.parse(push.body.toString('utf8')), settings)
  return Promise.resolve({ heard, ...(id && { id: `github ${id}` }), answer: { text: 'kept' } })
}

/** What a webhook's body says, by the name of its event. */
export function heardIn(name: string, body: unknown, settings: GithubSettings): Heard[] {
  const kind = Object.hasOwn(worded, name) ? worded[name as keyof typeof worded] : undefined
  const given = event.safeParse(body).data
  if (!kind || !given || !isWanted(name, settings)) return []
  const post = parseThing(given[kind.part], settings)
  if (!post || (isOfPullRequest(post) && !settings.pullRequests)) return []
  if (given.action === 'deleted') return [{ kind: 'deleted', externalId: post.externalId }]
  const actions: readonly string[] = kind.actions
  return actions.includes(given.action) ? [{ kind: 'post', post: aboutIssue(post, given.issue) }] : []
}

function isWanted(name: string, { issues, pullRequests, discussions }: GithubSettings): boolean {
  return name.startsWith('discussion') ? discussions : issues || pullRequests
}

/** A webhook tells of a pull request's comments as of an issue's, with the address of an issue. */
function aboutIssue(post: HeardPost, issue: unknown): HeardPost {
  const about = z.object({ pull_request: z.object({ html_url: z.string() }) }).safeParse(issue).data
  if (!about || !post.url) return post
  return { ...post, url: post.url.replace('/issues/', '/pull/') }
}

function verify(secret: string, { headers, body }: Push): void {
  const signature = headers.get('x-hub-signature-256')
  if (secret === '') throw new Unsigned('This channel has no webhook secret yet. Connect it again under Channels.')
  if (!signature)
    throw new Unsigned(
      'The header X-Hub-Signature-256 is missing. Enter the secret of this channel in the webhook at GitHub.',
    )
  const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`)
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new Unsigned(
      'The signature does not fit the body. Is the secret in the webhook at GitHub that of this channel?',
    )
}
