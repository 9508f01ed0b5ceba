import { z } from 'zod'
import { Refusal } from '../connector.ts'
import type { SignIn } from '../connector.ts'
import { wordsOf } from '../ask-json.ts'
import { callServer, throwIfBusy } from './ask-server.ts'
import type { Asking, ServerAnswer } from './ask-server.ts'
import { hostOf, originOf } from './server-address.ts'
import { settingsBeforeSignIn } from './settings.ts'

/** Everything may be read, only statuses written. https://docs.joinmastodon.org/api/oauth-scopes/ */
const scopes = ['read', 'write:statuses']

const registered = z.object({ client_id: z.string().min(1), client_secret: z.string().min(1) })
const granted = z.object({ access_token: z.string().min(1), scope: z.string().optional().catch(undefined) })
const keptSchema = z.object({ settings: settingsBeforeSignIn, clientId: z.string(), clientSecret: z.string() })

/** Sign-in with a code: we register at the server, the person allows it there, the code is traded for a token. */
export const signIn: SignIn = {
  async begin(tools, { settings, redirectUri, state }) {
    const typed = readTyped(settings)
    const asking = { server: typed.server, tools }
    const answer = await post(asking, '/api/v1/apps', {
      client_name: 'Earshot',
      redirect_uris: redirectUri,
      scopes: scopes.join(' '),
    })
    const app = registered.safeParse(answer.body)
    if (!app.success) throw notRegistered(typed.server, answer)
    const { client_id: clientId, client_secret: clientSecret } = app.data
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      scope: scopes.join(' '),
      state,
    })
    return {
      url: `${originOf(typed.server)}/oauth/authorize?${query}`,
      kept: { settings: typed, clientId, clientSecret },
    }
  },

  async finish(tools, { code, redirectUri, kept }) {
    const { settings, clientId, clientSecret } = keptSchema.parse(kept)
    const answer = await post({ server: settings.server, tools }, '/oauth/token', {
      grant_type: 'authorization_code',
      code,
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uri: redirectUri,
      scope: scopes.join(' '),
    })
    const token = granted.safeParse(answer.body)
    if (!token.success)
      throw new Refusal(
        `${hostOf(settings.server)} did not give us a token${wordsOf(answer.body)}. The code may be used or too old: sign in again.`,
      )
    refuseMissingRights(token.data.scope, hostOf(settings.server))
    return { settings: { ...settings, accessToken: token.data.access_token, clientId, clientSecret } }
  },
}

/** Of what a server says it granted, what is not there; servers that say nothing are believed. */
export function missingScopes(scope: string | undefined): string[] {
  if (!scope?.trim()) return []
  const given = new Set(scope.split(/[\s,+]+/u))
  return scopes.filter((wanted) => !given.has(wanted) && !given.has(wanted.replace(/:.*$/u, '')))
}

function refuseMissingRights(scope: string | undefined, host: string): void {
  const missing = missingScopes(scope)
  if (missing.length === 0) return
  const rights = missing.map((right) => `"${right}"`).join(' and ')
  throw new Refusal(`${host} gave us a token without the right ${rights}. Sign in again and allow it.`, 'accessToken')
}

function readTyped(settings: unknown) {
  const parsed = settingsBeforeSignIn.safeParse(settings)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Refusal(issue?.message ?? 'The settings cannot be read.', String(issue?.path[0] ?? 'server'))
}

function notRegistered(server: string, { status, body }: ServerAnswer): Refusal {
  return new Refusal(
    `${hostOf(server)} does not let us register for a sign-in (status ${status}${wordsOf(body)}). Check the address, or paste an access token instead.`,
    'server',
  )
}

async function post(asking: Asking, path: string, form: Record<string, string>): Promise<ServerAnswer> {
  const answer = await callServer(asking, path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
    maxHops: 0,
  })
  throwIfBusy(answer, new Date())
  return answer
}
