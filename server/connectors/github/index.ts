import { z } from 'zod'
import { NotThere } from '../ask-json.ts'
import { defineConnector, Refusal, type Checked, type Tools } from '../connector.ts'
import { askGithub } from './ask-github.ts'
import { listen } from './listen.ts'
import { look } from './look.ts'
import { readThread } from './read-thread.ts'
import { receive } from './receive.ts'
import { reconcile, send } from './send.ts'
import { githubSettings, type GithubSettings } from './settings.ts'

/** Issues, pull requests and discussions of GitHub repositories, by its REST and GraphQL interfaces and its webhooks. */
export const github = defineConnector<GithubSettings>({
  name: 'github',
  label: 'GitHub',
  about: 'Issues and discussions of your repositories. Answers as the account whose token you give.',
  texts: {
    de: {
      about: 'Issues und Diskussionen eurer Repositories. Antwortet als das Konto, dessen Token ihr angebt.',
      'repositories.label': 'Repositories',
      'repositories.help': 'Je Zeile eines, als Inhaber/Name.',
      'token.label': 'Zugangstoken',
      'token.help': 'Ein „fine-grained token“ mit „Issues“ und „Discussions“: lesen und schreiben.',
      'issues.label': 'Issues',
      'pullRequests.label': 'Pull Requests',
      'pullRequests.help': 'Auch ihre Beschreibungen und Kommentare.',
      'discussions.label': 'Diskussionen',
    },
  },
  settings: githubSettings,
  can: { listens: 'poll', replies: true, privateReplies: false, edits: true, deletions: true, threads: true },
  idSpace: ({ server }) => (server === 'https://api.github.com' ? 'github' : `github:${new URL(server).host}`),
  limits: () => ({ textLength: 65_000, replyWindowHours: null }),
  check,
  listen,
  receive,
  readThread,
  recheck: { mostHours: 7 * 24, atOnce: 20, look },
  send,
  reconcile,
})

async function check(tools: Tools<GithubSettings>): Promise<Checked> {
  const { settings } = tools
  const { body } = await askGithub(tools, '/user')
  const { login } = z.object({ login: z.string() }).parse(body)
  for (const repository of settings.repositories) await mustRead(tools, repository)
  return {
    account: `@${login}`,
    url: `https://github.com/${login}`,
    notes: ['For news at once, enter the address for the network and the secret as a webhook of each repository.'],
    settings: { ...settings, login },
  }
}

async function mustRead(tools: Tools<GithubSettings>, repository: string): Promise<void> {
  try {
    await askGithub(tools, `/repos/${repository}`)
  } catch (error) {
    if (!(error instanceof NotThere)) throw error
    throw new Refusal(`GitHub has no repository ${repository} that this token may read.`, 'repositories')
  }
}
