import { createHmac } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startFakeNetwork } from '../../../tests/fake-network.ts'
import { hear, makeTools } from '../../../tests/hear.ts'
import { inShared, sharedDir } from '../../../tests/shared-dir.ts'
import { BackOff, Refusal, Unsigned, type Outgoing } from '../connector.ts'
import { github } from './index.ts'
import { parseThing } from './parse.ts'
import { nameOf, placeOf, placeOfAddress } from './place.ts'
import { heardIn, receive } from './receive.ts'
import { githubSettings } from './settings.ts'

const base = { repositories: ['acme/kettle'], token: 'github_pat_x', secret: 's3', login: 'acme-answers' }
const settings = githubSettings.parse(base)
const author = { login: 'mara', id: 7 }
const issue = {
  html_url: 'https://github.com/Acme/Kettle/issues/12',
  title: 'It leaks',
  body: 'Every **morning**.\r\n\r\n<!-- a template says: describe it -->',
  user: author,
  created_at: '2026-11-01T08:00:00Z',
  updated_at: '2026-11-02T08:00:00Z',
}
const comment = { ...issue, title: undefined, html_url: `${issue.html_url}#issuecomment-34`, body: 'Mine too.' }

describe('names', () => {
  test.each([
    ['https://github.com/Acme/Kettle/issues/12', 'acme/kettle#12'],
    ['https://github.com/acme/kettle/pull/12#issuecomment-34', 'acme/kettle#12/c34'],
    ['https://github.com/acme/kettle/discussions/12#discussioncomment-34', 'acme/kettle#12/d34'],
  ])('%s is %s, and is found again by it', (address, name) => {
    const place = placeOfAddress(address)
    expect(place && nameOf(place)).toBe(name)
    expect(placeOf(name)).toEqual(place)
  })

  test.each(['', 'acme', 'acme/kettle', 'acme/kettle#x', 'a b/c#1'])('“%s” names nothing', (name) =>
    expect(placeOf(name)).toBeUndefined(),
  )
})

describe('what is written', () => {
  test('an issue brings its title and words, without what nobody sees', () => {
    expect(parseThing(issue, settings)).toEqual({
      externalId: 'acme/kettle#12',
      text: 'Every **morning**.',
      title: 'It leaks',
      author: { id: '7', handle: '@mara', name: 'mara', url: 'https://github.com/mara' },
      url: issue.html_url,
      createdAt: new Date('2026-11-01T08:00:00Z'),
      editedAt: new Date('2026-11-02T08:00:00Z'),
      type: 'post',
      threadRoot: 'acme/kettle#12',
    })
  })

  test('a comment stands under its issue; one of our own account is ours', () => {
    expect(parseThing(comment, settings)).toMatchObject({
      externalId: 'acme/kettle#12/c34',
      inReplyTo: 'acme/kettle#12',
    })
    expect(parseThing({ ...comment, user: { login: 'Acme-Answers', id: 1 } }, settings)).toMatchObject({ ours: true })
  })

  test.each([[null], [{}], [{ ...issue, user: null }], [{ ...issue, created_at: 'soon' }], ['x']])(
    'what is none is passed over: %j',
    (raw) => expect(parseThing(raw, settings)).toBeUndefined(),
  )
})

const push = (name: string, body: unknown, secret = 's3') => {
  const bytes = Buffer.from(JSON.stringify(body))
  const signature = `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`
  const headers = new Headers({ 'x-github-event': name, 'x-hub-signature-256': signature })
  return { method: 'POST' as const, url: 'https://earshot.example/hooks/k', headers, body: bytes }
}
const tools = (given = settings) => makeTools(given, null, AbortSignal.timeout(5_000))

const told = async (name: string, body: object) => (await receive(tools(), push(name, body))).heard

describe('a webhook', () => {
  test('that is signed with another secret is refused; the documented example is accepted', async () => {
    await expect(receive(tools(), push('issues', {}, 'other'))).rejects.toThrow(Unsigned)
    const headers = new Headers({
      'x-hub-signature-256': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
    })
    const example = { method: 'POST' as const, url: '', headers, body: Buffer.from('Hello, World!') }
    const known = githubSettings.parse({ ...base, secret: "It's a Secret to Everybody" })
    await expect(receive(tools(known), example)).rejects.toThrow(SyntaxError)
  })

  test('tells of new, changed and deleted words, and of nothing else', async () => {
    expect(await told('issues', { action: 'opened', issue })).toMatchObject([
      { post: { externalId: 'acme/kettle#12' } },
    ])
    expect(await told('issue_comment', { action: 'edited', issue, comment })).toHaveLength(1)
    expect(await told('issue_comment', { action: 'deleted', issue, comment })).toEqual([
      { kind: 'deleted', externalId: 'acme/kettle#12/c34' },
    ])
    expect(await told('issues', { action: 'labeled', issue })).toEqual([])
    expect(await told('star', { action: 'created' })).toEqual([])
  })

  test('of a pull request is heard only where that is wanted', () => {
    const about = { action: 'created', issue: { ...issue, pull_request: { html_url: 'x' } }, comment }
    const onPull = { ...comment, html_url: 'https://github.com/acme/kettle/pull/12#issuecomment-34' }
    expect(heardIn('issue_comment', { ...about, comment: onPull }, settings)).toEqual([])
    expect(heardIn('issue_comment', { ...about, comment: onPull }, { ...settings, pullRequests: true })).toHaveLength(1)
  })
})

const limited = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 300) }
test('a used-up limit is waited out; a repository that is not there is said by its name', async () => {
  let trouble: { status: number; headers?: Record<string, string> } = { status: 403, headers: limited }
  const network = await startFakeNetwork(() => ({ ...trouble, body: { message: 'API rate limit exceeded' } }))
  const listening = { connector: github, settings: { ...settings, server: network.origin }, cursor: null }
  const first = await hear({ ...listening, until: ({ errors }) => errors.length > 0 })
  expect(first.errors[0]).toBeInstanceOf(BackOff)
  expect(first.errors[0]).toMatchObject({ seconds: expect.closeTo(300, -1) })
  trouble = { status: 404 }
  const second = await hear({ ...listening, until: ({ errors }) => errors.length > 0 })
  expect(second.errors[0]).toBeInstanceOf(Refusal)
  expect(String(second.errors[0])).toContain('acme/kettle')
  await network.close()
})

const said = (id: number, body: string, hash = '') => ({
  databaseId: id,
  url: `https://github.com/acme/kettle/discussions/9${hash}`,
  body,
  createdAt: '2026-11-20T08:00:00Z',
  updatedAt: '2026-11-20T08:00:00Z',
  author: { login: 'mara', url: 'https://github.com/mara', databaseId: 7 },
})

test('discussions are read with their comments and answers, and an answer goes under the right comment', async () => {
  const asked: { query: string; variables: Record<string, unknown> }[] = []
  const answered = {
    ...said(2, 'Yes.', '#discussioncomment-2'),
    id: 'NODE2',
    replies: { nodes: [said(3, 'Since when?', '#discussioncomment-3')] },
  }
  const discussion = {
    ...said(1, 'Does it whistle?'),
    title: 'Whistling',
    number: 9,
    id: 'DISC',
    comments: { nodes: [answered] },
  }
  const network = await startFakeNetwork(({ body }) => {
    const question = JSON.parse(body)
    asked.push(question)
    if (question.query.includes('mutation'))
      return {
        body: {
          data: {
            addDiscussionComment: {
              comment: { databaseId: 4, url: 'https://github.com/acme/kettle/discussions/9#discussioncomment-4' },
            },
          },
        },
      }
    if (question.query.includes('$number')) return { body: { data: { repository: { discussion } } } }
    const discussions = { pageInfo: { hasNextPage: false }, nodes: [discussion] }
    return { body: { data: { repository: { discussions } } } }
  })
  const there = githubSettings.parse({ ...base, issues: false, server: network.origin })
  const { heard } = await hear({
    connector: github,
    settings: there,
    cursor: null,
    until: ({ heard: all }) => all.length > 0,
  })
  expect(heard.map((one) => one.kind === 'post' && [one.post.externalId, one.post.inReplyTo, one.post.text])).toEqual([
    ['acme/kettle#9', undefined, 'Does it whistle?'],
    ['acme/kettle#9/d2', 'acme/kettle#9', 'Yes.'],
    ['acme/kettle#9/d3', 'acme/kettle#9/d2', 'Since when?'],
  ])
  const message: Outgoing = {
    key: 'key-1',
    replyId: 'r',
    conversationId: 'c',
    text: 'Since May.',
    author: { name: 'Ann' },
    inReplyTo: { externalId: 'acme/kettle#9/d3', author: { id: '7', handle: '@mara' }, visibility: 'public' },
    audience: 'public',
    firstTriedAt: new Date(),
  }
  const outcome = await github.send?.(makeTools(there, null, AbortSignal.timeout(5_000)), message)
  expect(outcome).toMatchObject({ outcome: 'sent', externalId: 'acme/kettle#9/d4' })
  expect(asked.at(-1)?.variables).toMatchObject({ discussion: 'DISC', replyTo: 'NODE2' })
  await network.close()
})

const folder = inShared('fixtures/github')
describe.skipIf(!sharedDir || !existsSync(folder))('every recording of the shared samples', () => {
  test('is read without a crash, and every event that brings words brings them', () => {
    let count = 0
    for (const name of readdirSync(folder))
      for (const file of readdirSync(join(folder, name)).filter((each) => each.endsWith('.json'))) {
        const body = JSON.parse(readFileSync(join(folder, name, file), 'utf8'))
        const heard = heardIn(name, body, { ...settings, pullRequests: true })
        const brings = ['issues', 'issue_comment', 'discussion', 'discussion_comment'].includes(name)
        const isWorded = brings && ['opened', 'created', 'edited', 'deleted'].includes(body.action)
        expect(heard, `${name}/${file}`).toHaveLength(isWorded ? 1 : heard.length)
        count += heard.length
        for (const one of heard) if (one.kind === 'post') expect(one.post.createdAt.getTime(), file).not.toBeNaN()
      }
    expect(count).toBeGreaterThan(0)
  })
})
