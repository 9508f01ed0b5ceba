import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeTools } from '../../../tests/hear.ts'
import { startMastodonDouble } from '../../../tests/mastodon-double.ts'
import type { MastodonDouble } from '../../../tests/mastodon-double.ts'
import { SignInNeeded } from '../connector.ts'
import type { Outgoing, SendOutcome } from '../connector.ts'
import { countCharacters } from './compose-status.ts'
import { mastodon } from './index.ts'
import { reconcile } from './reconcile.ts'
import { send } from './send.ts'
import { mastodonSettings } from './settings.ts'
import type { MastodonSettings } from './settings.ts'

let double: MastodonDouble
let question: string
beforeEach(async () => {
  double = await startMastodonDouble()
  question = double.addMention('where is my order?')
})
afterEach(() => double.close())

describe('a reply', () => {
  test('stands under the post it answers, names its author, and its id and address are known', async () => {
    const outcome = await sendNow(aReply())
    const [posted] = double.posted()
    expect(posted).toMatchObject({ text: '@stranger@elsewhere.example It left us this morning.', inReplyTo: question })
    expect(outcome).toEqual({ outcome: 'sent', externalId: posted?.id, url: `${double.origin}/@acme/${posted?.id}` })
  })

  test('does not name its author twice', async () => {
    await sendNow(aReply({ text: 'Dear @Stranger@elsewhere.example, it left.' }))
    expect(double.posted()[0]?.text).toBe('Dear @Stranger@elsewhere.example, it left.')
  })

  test.each([
    ['@stranger@elsewhere.example', '@stranger@elsewhere.example hello'],
    ['neighbour', '@neighbour hello'],
    ['@neighbour@127.0.0.1', '@neighbour@127.0.0.1 hello'],
  ])('to %s begins with the name that finds them', async (handle, text) => {
    await sendNow(aReply({ text: 'hello' }, { author: { id: '1', handle } }))
    expect(double.posted()[0]?.text).toBe(text)
  })

  test('to an account of our own server names it without host', async () => {
    const handle = `@neighbour@${new URL(double.origin).host}`
    await sendNow(aReply({ text: 'hello' }, { author: { id: '1', handle } }))
    expect(double.posted()[0]?.text).toBe('@neighbour hello')
  })

  test('under a post of our own names nobody', async () => {
    await sendNow(aReply({ text: 'One more thing.' }, { author: { id: '1', handle: '@acme@Example.social' } }), {
      account: 'acme@example.social',
    })
    expect(double.posted()[0]?.text).toBe('One more thing.')
  })

  test.each([
    ['public', 'public', 'unlisted', 'unlisted'],
    ['public', 'public', 'public', 'public'],
    ['unlisted', 'public', 'public', 'unlisted'],
    ['followers', 'public', 'public', 'private'],
    ['direct', 'public', 'public', 'direct'],
    ['public', 'private', 'public', 'direct'],
    ['public', 'public', 'followers', 'private'],
  ] as const)('to a %s post for a %s audience where we write %s is %s', async (asked, audience, widest, visibility) => {
    await sendNow(aReply({ audience }, { visibility: asked }), { visibility: widest })
    expect(double.posted()[0]?.visibility).toBe(visibility)
  })

  test('carries the content warning on', async () => {
    await sendNow(aReply({}, { title: 'parcels' }))
    expect(double.posted()[0]?.warning).toBe('parcels')
  })

  test('that is too long is not sent, and the sentence says by how much', async () => {
    const tooLong = await sendNow(aReply({ text: 'x'.repeat(491) }), { maxCharacters: 500 })
    expect(tooLong).toMatchObject({
      outcome: 'failed',
      reason: expect.stringMatching(/has 501 characters .* takes 500/u),
    })
    expect(double.posted()).toEqual([])
  })

  test('counts as the network counts', () => {
    expect(countCharacters('see https://example.com/a/very/long/address/that/goes/on?and=on now', 23)).toBe(4 + 23 + 4)
    expect(countCharacters('@stranger@elsewhere.example hello', 23)).toBe('@stranger hello'.length)
    expect(countCharacters('👩‍👩‍👧 ok', 23)).toBe(4)
    expect(countCharacters('mail me at a@b', 23)).toBe('mail me at a@b'.length)
    expect(
      mastodon.limits(mastodonSettings.parse({ server: 'a.b', accessToken: 'x', maxCharacters: 5000 })).textLength,
    ).toBe(5000)
  })
})

describe('what became of it', () => {
  test('an answer with an error after taking it in: unknown, then found', async () => {
    double.misbehave('500 after taking')
    await expectUnknownThenFound()
  })

  test('no answer after taking it in: unknown, then found', async () => {
    double.misbehave('time out after taking')
    await expectUnknownThenFound()
  })

  test('a page of HTML instead of an answer: unknown, then absent', async () => {
    double.misbehave('garbage')
    expect(await sendNow(aReply())).toMatchObject({ outcome: 'unknown' })
    expect(await look(aReply())).toEqual({ outcome: 'absent' })
  })

  test('the post is gone: failed, in words', async () => {
    double.deleteStatus(question)
    expect(await sendNow(aReply())).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('gone') })
  })

  test('too often: to be tried again when the server says', async () => {
    double.network.setTrouble({ kind: 'wait', seconds: 77 })
    expect(await sendNow(aReply())).toMatchObject({ outcome: 'retry', afterSeconds: 77 })
    expect(double.posted()).toEqual([])
  })

  test('nobody there: nothing can have arrived', async () => {
    const settings = { server: 'http://127.0.0.1:9' }
    expect(await sendNow(aReply(), settings)).toMatchObject({
      outcome: 'retry',
      reason: expect.stringMatching(/\w+ \w+/u),
    })
  })

  test('a token taken back, or without the right, needs a person', async () => {
    double.setScopes('read')
    await expect(sendNow(aReply())).rejects.toThrow(/write:statuses/u)
    double.revokeToken()
    await expect(sendNow(aReply())).rejects.toThrow(SignInNeeded)
  })

  test('the same words under another post are not taken for it', async () => {
    const other = double.addMention('where is my order, too?')
    await sendNow(aReply({}, { externalId: other }))
    expect(await look(aReply())).toEqual({ outcome: 'absent' })
  })

  test('it is found far down among what we wrote since', async () => {
    double.misbehave('500 after taking')
    await sendNow(aReply())
    double.misbehave(undefined)
    for (let count = 0; count < 90; count += 1)
      double.addStatus({ text: `news ${count}`, by: { id: '117020617136550219', acct: 'acme' } })
    double.deleteStatus(question)
    expect(await look(aReply())).toMatchObject({ outcome: 'sent' })
  })
})

describe.each(['gotosocial', 'snac'] as const)('at %s', (kind) => {
  test("a reply that got no answer is found, though its markup is the server's own", async () => {
    await double.close()
    double = await startMastodonDouble(kind)
    question = double.addMention('where is my order?')
    double.misbehave('time out after taking')
    const reply = aReply({ text: 'It left <us> & is on its way: https://shop.example/12?x=1&y=2 🚚' })
    expect(await sendNow(reply)).toMatchObject({ outcome: 'unknown' })
    double.misbehave(undefined)
    expect(await look(reply)).toMatchObject({ outcome: 'sent', externalId: double.posted()[0]?.id })
  })
})

describe.each(['mastodon', 'gotosocial', 'snac'] as const)('at %s', (kind) => {
  test('a repetition after the outcome was lost makes no second post', async () => {
    await double.close()
    double = await startMastodonDouble(kind)
    question = double.addMention('where is my order?')
    const reply = aReply()
    expect(await sendNow(reply)).toMatchObject({ outcome: 'sent' })
    const later = { ...reply, firstTriedAt: new Date(Date.now() - 60_000) }
    expect(await sendNow(later)).toMatchObject({ outcome: 'sent', externalId: double.posted()[0]?.id })
    expect(double.posted()).toHaveLength(1)
  })
})

async function expectUnknownThenFound(): Promise<void> {
  expect(await sendNow(aReply())).toMatchObject({ outcome: 'unknown', reason: expect.stringMatching(/\w+ \w+/u) })
  double.misbehave(undefined)
  expect(await look(aReply())).toMatchObject({ outcome: 'sent', externalId: double.posted()[0]?.id })
  expect(double.posted()).toHaveLength(1)
}

function settingsOf(chosen: Partial<MastodonSettings>): MastodonSettings {
  return mastodonSettings.parse({ server: double.origin, accessToken: double.token, ...chosen })
}

function sendNow(message: Outgoing, chosen: Partial<MastodonSettings> = {}): Promise<SendOutcome> {
  return send(makeTools(settingsOf(chosen), null, AbortSignal.timeout(5000)), message)
}

function look(message: Outgoing) {
  return reconcile(makeTools(settingsOf({}), null, AbortSignal.timeout(5000)), message)
}

function aReply(given: Partial<Outgoing> = {}, post: Partial<Outgoing['inReplyTo']> = {}): Outgoing {
  return {
    key: 'key-of-this-reply',
    replyId: 'reply',
    conversationId: 'conversation',
    text: 'It left us this morning.',
    author: { name: 'Ann Abel' },
    audience: 'public',
    firstTriedAt: new Date(),
    ...given,
    inReplyTo: {
      externalId: question,
      author: { id: '20001', handle: '@stranger@elsewhere.example' },
      visibility: 'public',
      ...post,
    },
  }
}
