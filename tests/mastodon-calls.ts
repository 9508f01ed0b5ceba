import type { FakeAnswer, FakeRequest } from './fake-network.ts'
import type { KeptStatus, MastodonWorld, NewStatus } from './mastodon-world.ts'

/**
 * - `time out after taking`: the status is taken in, and no answer ever comes.
 * - `500 after taking`: taken in, and answered with an error.
 * - `twice`: taken in twice, whatever the key says.
 * - `gone`: the answered post is said to be gone.
 * - `garbage`: answered with a page of HTML.
 */
export type Misbehaviour = 'time out after taking' | '500 after taking' | 'twice' | 'gone' | 'garbage'

export interface DoubleState {
  world: MastodonWorld
  token: string
  isRevoked: boolean
  scopes: string
  misbehaviour: Misbehaviour | undefined
  /** Ids of the statuses made under each Idempotency-Key. */
  keys: Map<string, string>
  announce: (status: KeptStatus) => void
}

interface Call extends FakeRequest {
  /** Path without query. */
  at: string
  state: DoubleState
}

type Answer = FakeAnswer | Promise<FakeAnswer>

/** The addresses everybody may ask, then those that need the token and a right. */
const open: [RegExp, (call: Call, match: RegExpExecArray) => Answer][] = [
  [/^\/api\/v2\/instance$/u, (call) => (call.state.world.profile.hasInstanceV2 ? instance(call) : nothing(call))],
  [/^\/api\/v1\/instance$/u, instance],
  [
    /^\/\.well-known\/nodeinfo$/u,
    ({ state }) => ({ body: { links: [{ href: `${state.world.origin}/nodeinfo/2.0` }] } }),
  ],
  [/^\/nodeinfo\/2\.0$/u, ({ state }) => ({ body: { software: state.world.profile.software } })],
  [/^\/api\/v1\/apps$/u, () => ({ body: { client_id: 'client', client_secret: 'secret', name: 'Earshot' } })],
  [/^\/oauth\/authorize$/u, authorize],
  [/^\/oauth\/token$/u, token],
]

const closed: [string, RegExp, string, (call: Call, match: RegExpExecArray) => Answer][] = [
  [
    'GET',
    /^\/api\/v1\/accounts\/verify_credentials$/u,
    'read:accounts',
    ({ state }) => ({ body: state.world.showAccount(state.world.us) }),
  ],
  [
    'GET',
    /^\/api\/v1\/accounts\/([^/]+)\/statuses$/u,
    'read:statuses',
    (call, [, id]) => page(call, (status) => status.by.id === id),
  ],
  ['GET', /^\/api\/v1\/notifications$/u, 'read:notifications', notifications],
  ['GET', /^\/api\/v2\/notifications$/u, 'read:notifications', groupedNotifications],
  ['GET', /^\/api\/v1\/timelines\/home$/u, 'read:statuses', (call) => page(call, isHome)],
  [
    'GET',
    /^\/api\/v1\/timelines\/public$/u,
    'read:statuses',
    (call) => page(call, (status) => status.visibility === 'public'),
  ],
  ['GET', /^\/api\/v1\/timelines\/tag\/([^/]+)$/u, 'read:statuses', tagTimeline],
  ['GET', /^\/api\/v2\/search$/u, 'read:search', search],
  ['GET', /^\/api\/v1\/statuses\/([^/]+)\/context$/u, 'read:statuses', context],
  ['GET', /^\/api\/v1\/statuses\/([^/]+)$/u, 'read:statuses', oneStatus],
  ['POST', /^\/api\/v1\/statuses$/u, 'write:statuses', postStatus],
  ['PUT', /^\/api\/v1\/statuses\/([^/]+)$/u, 'write:statuses', nothing],
]

/** Answers one call of the client interface as that kind of server does. */
export async function answerCall(state: DoubleState, request: FakeRequest): Promise<FakeAnswer> {
  const at = request.path.replace(/\?.*$/u, '').replace(/(?<=.)\/$/u, '')
  const call = { ...request, at, state }
  if (state.world.profile.needsUserAgent && !request.headers['user-agent']) return { status: 418, body: 'a teapot' }
  for (const [path, answer] of open) {
    const match = path.exec(at)
    if (match) return await answer(call, match)
  }
  const isKnown = request.headers['authorization'] === `Bearer ${state.token}` && !state.isRevoked
  if (!isKnown) return refusal(call, 401, 'The access token is invalid')
  for (const [method, path, right, answer] of closed) {
    const match = method === request.method ? path.exec(at) : null
    if (match)
      return mayUse(state, right)
        ? await answer(call, match)
        : refusal(call, 403, 'This action is outside the authorized scopes')
  }
  return nothing(call)
}

/** snac knows no rights: whoever has a token may do all. */
function mayUse({ scopes, world }: DoubleState, right: string): boolean {
  const given = scopes.split(' ')
  return world.profile.name === 'snac' || given.includes(right) || given.includes(right.replace(/:.*/u, ''))
}

function refusal({ state }: Call, status: number, error: string): FakeAnswer {
  if (!state.world.profile.htmlErrors) return { status, body: { error } }
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!DOCTYPE html>\n<h1>${status} ${error}</h1>`,
  }
}

function nothing(call: Call): FakeAnswer {
  return refusal(call, 404, 'Not Found')
}

function instance({ state, at }: Call): FakeAnswer {
  const { world } = state
  const lines = world.origin.replace('http', 'ws')
  const body = structuredClone(world.profile.instance)
  const named = at.includes('/v2/') || 'domain' in body ? { domain: world.host, account_domain: world.host } : {}
  const urls = { streaming: lines, streaming_api: lines }
  const configuration = { ...Object(body['configuration']), urls }
  return { body: { ...body, ...named, uri: world.host, title: 'A double', urls, configuration } }
}

function authorize({ query }: Call): FakeAnswer {
  const back = new URL(query.get('redirect_uri') ?? 'http://127.0.0.1/')
  back.searchParams.set('code', 'code-of-acme')
  back.searchParams.set('state', query.get('state') ?? '')
  const html = `<!DOCTYPE html><title>Allow Earshot?</title><a id="allow" href="${back.href.replaceAll('&', '&amp;')}">Allow</a>`
  return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: html }
}

function token(call: Call): FakeAnswer {
  const form = new URLSearchParams(call.body)
  const isRight = form.get('code') === 'code-of-acme' && form.get('client_secret') === 'secret'
  if (!isRight)
    return { status: 400, body: { error: 'invalid_grant', error_description: 'The code is wrong or was used' } }
  const { token: access_token, scopes: scope } = call.state
  return { body: { access_token, token_type: 'Bearer', scope } }
}

function isHome({ visibility, by }: KeptStatus): boolean {
  return visibility !== 'direct' || by.acct === 'acme'
}

function page(call: Call, wanted: (status: KeptStatus) => boolean): FakeAnswer {
  const { world } = call.state
  const forward = world.profile.walksForward.statuses
  const chosen = choose(call, world.standing.filter(wanted), forward)
  return { headers: linksOf(call, chosen), body: chosen.map((status) => world.show(status)) }
}

/** A page of a list, newest first: `min_id` from the old end where the server walks forward. */
function choose<Kept extends { id: string }>({ query, state }: Call, list: Kept[], walksForward: boolean): Kept[] {
  const limit = Math.min(Number(query.get('limit') ?? 20), 40)
  const place = (name: string) => list.findIndex(({ id }) => id === query.get(name))
  const until = query.has('max_id') ? place('max_id') : list.length
  const since = Math.max(place('since_id'), walksForward ? place('min_id') : -1)
  const between = list.slice(since + 1, until < 0 ? list.length : until)
  const isForward = walksForward && query.has('min_id')
  // snac takes the length of a page as a wish.
  const most = state.world.profile.name === 'snac' ? Math.min(limit, 20) : limit
  return (isForward ? between.slice(0, most) : between.slice(-most)).toReversed()
}

function linksOf({ state, at }: Call, chosen: { id: string }[]): Record<string, string> {
  const [newest, oldest] = [chosen[0], chosen.at(-1)]
  const isSilent = state.world.profile.name === 'snac' && at.endsWith('/notifications')
  if (!newest || !oldest || isSilent) return {}
  const newer = state.world.profile.walksForward.statuses && !at.endsWith('/notifications') ? 'min_id' : 'since_id'
  const address = `${state.world.origin}${at}`
  return { link: `<${address}?max_id=${oldest.id}>; rel="next", <${address}?${newer}=${newest.id}>; rel="prev"` }
}

function notifications(call: Call): FakeAnswer {
  const { world } = call.state
  const { profile } = world
  const types = call.query.getAll('types[]')
  const wanted = world.notifications.filter(
    ({ type, statusId }) =>
      world.find(statusId) && (!profile.choosesNotifications || types.length === 0 || types.includes(type)),
  )
  const chosen = choose(call, wanted, profile.walksForward.notifications)
  return { headers: linksOf(call, chosen), body: chosen.map((each) => world.showNotification(each)) }
}

function groupedNotifications(call: Call): FakeAnswer {
  const { world } = call.state
  if (!world.profile.hasNotificationsV2) return nothing(call)
  const chosen = choose(call, world.notifications, true)
  const statuses = chosen.flatMap(({ statusId }) => world.find(statusId) ?? []).map((status) => world.show(status))
  const notification_groups = chosen.map(({ id, type, statusId }) => ({
    group_key: `ungrouped-${id}`,
    type,
    most_recent_notification_id: id,
    status_id: statusId,
  }))
  return { headers: linksOf(call, chosen), body: { accounts: [], statuses, notification_groups } }
}

function tagTimeline(call: Call, [, tag = '']: RegExpExecArray): FakeAnswer {
  if (!call.state.world.profile.hasTagTimelines) return nothing(call)
  return page(call, (status) => status.visibility === 'public' && status.tags.includes(decodeURIComponent(tag)))
}

function search(call: Call): FakeAnswer {
  const { world } = call.state
  const words = (call.query.get('q') ?? '').toLowerCase()
  const found = world.standing.filter(
    ({ visibility, text }) => visibility === 'public' && text.toLowerCase().includes(words),
  )
  return {
    body: {
      accounts: [],
      statuses: found
        .toReversed()
        .slice(0, 20)
        .map((status) => world.show(status)),
      hashtags: [],
    },
  }
}

function context(call: Call, [, id = '']: RegExpExecArray): FakeAnswer {
  const { world } = call.state
  if (!world.find(id)) return nothing(call)
  const shown = (list: KeptStatus[]) => list.map((status) => world.show(status))
  return { body: { ancestors: shown(world.above(id)), descendants: shown(world.under(id)) } }
}

function oneStatus(call: Call, [, id = '']: RegExpExecArray): FakeAnswer {
  const status = call.state.world.find(id)
  return status ? { body: call.state.world.show(status) } : nothing(call)
}

async function postStatus(call: Call): Promise<FakeAnswer> {
  const { state } = call
  const { world, misbehaviour } = state
  const form = new URLSearchParams(call.body)
  const text = form.get('status') ?? ''
  const inReplyTo = form.get('in_reply_to_id') ?? undefined
  if (!text) return { status: 422, body: { error: "Validation failed: Text can't be blank" } }
  if (misbehaviour === 'garbage') return { status: 502, body: '<html><h1>Bad gateway</h1>' }
  if (misbehaviour === 'gone' || (inReplyTo && !world.find(inReplyTo))) return nothing(call)
  const status = keepStatus(
    state,
    { text, ...(inReplyTo && { inReplyTo }) },
    { form, key: call.headers['idempotency-key'] },
  )
  if (misbehaviour === 'twice') state.announce(world.add({ ...status }))
  if (misbehaviour === '500 after taking') return { status: 500, body: { error: 'Something went wrong' } }
  if (misbehaviour === 'time out after taking') await new Promise(() => {})
  return { body: world.show(status) }
}

function keepStatus(
  { world, keys, announce }: DoubleState,
  given: NewStatus,
  { form, key }: { form: URLSearchParams; key: string | undefined },
): KeptStatus {
  const known = world.profile.keepsKeys && key ? world.find(keys.get(key) ?? '') : undefined
  if (known) return known
  const warning = form.get('spoiler_text') ?? undefined
  const visibility = (['unlisted', 'private', 'direct'] as const).find((each) => each === form.get('visibility'))
  const status = world.add({ ...given, by: world.us, ...(visibility && { visibility }), ...(warning && { warning }) })
  if (key) keys.set(key, status.id)
  announce(status)
  return status
}
