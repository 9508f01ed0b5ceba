import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeTools } from '../../../tests/hear.ts'
import { startMastodonDouble } from '../../../tests/mastodon-double.ts'
import type { MastodonDouble } from '../../../tests/mastodon-double.ts'
import { startFakeNetwork } from '../../../tests/fake-network.ts'
import { Refusal, SignInNeeded } from '../connector.ts'
import { check } from './check.ts'
import { mastodon } from './index.ts'
import { mastodonSettings } from './settings.ts'
import { missingScopes, signIn } from './sign-in.ts'

let double: MastodonDouble
beforeEach(async () => {
  double = await startMastodonDouble()
})
afterEach(() => double.close())

describe('the check', () => {
  test.each([
    ['mastodon', 500, ['The server runs mastodon 4.6.4.']],
    ['gotosocial', 5000, ['The server runs gotosocial 0.7.1.', 'This server offers no hashtag timelines.']],
    [
      'snac',
      100_000,
      ['The server runs snac 2.94.', 'This server offers no open line: it is asked for news every 30 seconds.'],
    ],
  ] as const)('of %s tells who we are, its limits and what it lacks', async (kind, longest, notes) => {
    await double.close()
    double = await startMastodonDouble(kind)
    const checked = await checkNow()
    const host = new URL(double.origin).host
    expect(checked).toMatchObject({ account: `@acme@${host}`, url: expect.stringContaining('acme'), notes })
    const settings = mastodonSettings.parse(checked.settings)
    expect(settings).toMatchObject({
      maxCharacters: longest,
      domain: host,
      account: `acme@${host}`,
      server: double.origin,
    })
    expect(mastodon.limits(settings).textLength).toBe(longest)
    expect(double.posted()).toEqual([])
  })

  test('of a wrong token says where to put a right one', async () => {
    await expect(checkNow({ accessToken: 'wrong' })).rejects.toThrow(SignInNeeded)
    await expect(checkNow({ accessToken: 'wrong' })).rejects.toThrow(/field "Access token"/u)
  })

  test.each([
    ['write:statuses', 'read:accounts'],
    ['read:accounts write:statuses', 'read:notifications'],
    ['read:accounts read:notifications write:statuses', 'read:statuses'],
    ['read', 'write:statuses'],
    ['read:accounts read:notifications read:statuses write', 'read:search'],
  ])('of a token with only "%s" names the missing right "%s"', async (scopes, right) => {
    double.setScopes(scopes)
    const refused = await checkNow({ searchWords: ['parcel'] }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refusal)
    expect(refused).toMatchObject({ field: 'accessToken', message: expect.stringContaining(`"${right}"`) })
  })

  test('of an address that is no such server says so at the address', async () => {
    const other = await startFakeNetwork(() => ({
      body: '<html>a shop</html>',
      headers: { 'content-type': 'text/html' },
    }))
    const refused = await checkNow({ server: other.origin }).catch((error: unknown) => error)
    await other.close()
    expect(refused).toMatchObject({
      name: 'Refusal',
      field: 'server',
      message: expect.stringContaining('Mastodon interface'),
    })
    expect(other.requests.some(({ headers }) => 'authorization' in headers)).toBe(false)
  })

  test('of an address that leads elsewhere names the right one', async () => {
    const other = await startFakeNetwork(({ path }) => ({ status: 301, headers: { location: double.origin + path } }))
    const refused = await checkNow({ server: other.origin }).catch((error: unknown) => error)
    await other.close()
    const { host } = new URL(double.origin)
    expect(refused).toMatchObject({ field: 'server', message: expect.stringContaining(`Write ${host} as the server`) })
  })

  test('of nobody there is a sentence', async () => {
    await expect(checkNow({ server: 'http://127.0.0.1:9' })).rejects.toThrow(/does not answer/u)
  })
})

describe('the settings', () => {
  test('need a server and a token, in words', () => {
    const { error } = mastodonSettings.safeParse({ server: 'my server', accessToken: ' ' })
    expect(error?.issues.map((issue) => issue.message)).toEqual([
      'This is no address of a server. Write it like mastodon.social',
      'Paste the access token, or sign in at your server instead',
    ])
  })

  test('share posts between channels of one server, however it was typed', () => {
    expect(spaceOf('https://Example.social/@acme')).toBe(spaceOf('example.social'))
    expect(spaceOf('example.social')).toBe('mastodon:example.social')
  })
})

describe('the sign-in', () => {
  const redirectUri = 'http://127.0.0.1:4400/channels/sign-in'

  test('leads to the server and comes back with a token that works', async () => {
    const { url, kept } = await begin()
    const asked = new URL(url)
    expect(asked.origin + asked.pathname).toBe(`${double.origin}/oauth/authorize`)
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'client',
      redirect_uri: redirectUri,
      scope: 'read write:statuses',
      state: 'the-state',
    })
    const { settings } = await finish(throughJson(kept))
    expect(settings).toMatchObject({ accessToken: double.token, clientId: 'client', hashtags: ['#support'] })
    const checked = await checkNow(mastodonSettings.parse(settings))
    expect(checked.account).toContain('@acme@')
  })

  test('without the right to write is refused by name', async () => {
    const { kept } = await begin()
    double.setScopes('read')
    await expect(finish(kept)).rejects.toThrow(/without the right "write:statuses"/u)
  })

  test('with a code that was used is refused in words', async () => {
    const { kept } = await begin()
    await expect(finish(kept, 'another code')).rejects.toThrow(/sign in again/iu)
  })

  test('needs a server', async () => {
    const refused = await begin({ server: 'nowhere at all' }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ name: 'Refusal', field: 'server' })
  })

  test.each([
    ['read write:statuses', []],
    ['read write follow', []],
    ['read', ['write:statuses']],
    ['write:statuses read:accounts', ['read']],
    [undefined, []],
  ])('of the rights "%s" these are missing: %s', (scope, missing) => expect(missingScopes(scope)).toEqual(missing))

  const tools = { ...makeTools(undefined, null, AbortSignal.timeout(5000)), signal: new AbortController().signal }
  const begin = (typed: object = { server: double.origin, hashtags: ['#support'] }) =>
    signIn.begin(tools, { settings: typed, redirectUri, state: 'the-state' })
  const finish = (kept: unknown, code = 'code-of-acme') => signIn.finish(tools, { code, redirectUri, kept })
})

function spaceOf(server: string): string {
  return mastodon.idSpace(mastodonSettings.parse({ server, accessToken: 'x' }), 'any')
}

function checkNow(chosen: object = {}) {
  const settings = mastodonSettings.parse({ server: double.origin, accessToken: double.token, ...chosen })
  return check(makeTools(settings, null, AbortSignal.timeout(5000)))
}

function throughJson(kept: unknown): unknown {
  return JSON.parse(JSON.stringify(kept))
}
