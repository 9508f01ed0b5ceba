import { createHmac } from 'node:crypto'
import type { ConnectorScenario, StandIn } from '../../../tests/connector-scenario.ts'
import { startFakeNetwork, type FakeAnswer, type FakeRequest } from '../../../tests/fake-network.ts'
import type { Push } from '../connector.ts'
import { github } from './index.ts'
import { githubSettings, type GithubSettings } from './settings.ts'

/** GitHub's part in the shared suite: one repository with one issue, and comments under it. */
export const scenario: ConnectorScenario<GithubSettings> = {
  connector: github,
  start,
  without: { 'a deletion': 'lists tell nobody; a webhook does, and comments are looked at again' },
}

const repository = 'acme/kettle'
const secret = 'whsec_kettle'
const token = 'github_pat_kettle'

interface Comment {
  id: number
  html_url: string
  body: string
  user: { login: string; id: number }
  created_at: string
  updated_at: string
}

class Repository {
  readonly comments: Comment[] = []
  readonly pushes: Push[] = []
  isTokenGood = true
  #seconds = Math.floor(Date.now() / 1000) - 300

  /** Every change has a second of its own: GitHub writes whole seconds. */
  now(): string {
    this.#seconds += 1
    return new Date(this.#seconds * 1000).toISOString().replace('.000Z', 'Z')
  }

  write(body: string, login: string): Comment {
    const id = 5_000 + this.comments.length
    const at = this.now()
    const html_url = `https://github.com/${repository}/issues/12#issuecomment-${id}`
    const comment = { id, html_url, body, user: { login, id: login.length }, created_at: at, updated_at: at }
    this.comments.push(comment)
    this.tell('created', comment)
    return comment
  }

  tell(action: string, comment: Comment): void {
    const body = Buffer.from(
      JSON.stringify({ action, issue: { number: 12 }, comment, repository: { full_name: repository } }),
    )
    const headers = new Headers({
      'x-github-event': 'issue_comment',
      'x-github-delivery': `delivery-${this.pushes.length}`,
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    })
    this.pushes.push({ method: 'POST', url: 'https://earshot.example/hooks/key', headers, body })
  }
}

async function start(): Promise<StandIn<GithubSettings>> {
  const there = new Repository()
  const network = await startFakeNetwork((request) => answer(there, request))
  const find = (externalId: string) => there.comments.find(({ id }) => externalId.endsWith(`/c${id}`))
  return {
    settings: githubSettings.parse({
      repositories: [repository],
      token,
      secret,
      login: 'acme-answers',
      discussions: false,
      server: network.origin,
    }),
    post: (text) => `${repository}#12/c${there.write(text, 'stranger').id}`,
    edit(externalId, text) {
      const comment = find(externalId)
      if (comment) there.tell('edited', Object.assign(comment, { body: text, updated_at: there.now() }))
    },
    remove(externalId) {
      const comment = find(externalId)
      if (comment) there.comments.splice(there.comments.indexOf(comment), 1)
    },
    revoke: () => (there.isTokenGood = false),
    setTrouble: (trouble) => network.setTrouble(trouble),
    pushes: () => there.pushes,
    sent: () =>
      there.comments
        .filter(({ user }) => user.login === 'acme-answers')
        .map(({ body }) => ({ text: body, ...under(there) })),
    close: () => network.close(),
  }
}

/** A comment stands under the issue; which comment it answers, only people can tell. */
function under({ comments }: Repository) {
  const asked = comments.findLast(({ user }) => user.login === 'stranger')
  return { inReplyTo: `${repository}#12/c${asked?.id}` }
}

function answer(there: Repository, { method, path, query, headers, body }: FakeRequest): FakeAnswer {
  if (!there.isTokenGood || headers['authorization'] !== `Bearer ${token}`)
    return { status: 401, body: { message: 'Bad credentials' } }
  if (method === 'POST') return { status: 201, body: there.write(JSON.parse(body).body, 'acme-answers') }
  return show(there, path.split('?')[0] ?? '', query)
}

function show(there: Repository, address: string, query: URLSearchParams): FakeAnswer {
  if (address === '/user') return { body: { login: 'acme-answers' } }
  if (address === `/repos/${repository}`) return { body: { full_name: repository } }
  const one = /\/issues\/comments\/(\d+)$/u.exec(address)?.[1]
  if (one !== undefined) {
    const found = there.comments.find(({ id }) => String(id) === one)
    return found ? { body: found } : { status: 404, body: { message: 'Not Found' } }
  }
  if (!address.endsWith('/comments')) return { body: [] }
  const since = query.get('since') ?? ''
  return { body: there.comments.filter(({ updated_at }) => Date.parse(updated_at) >= Date.parse(since)) }
}
