import { afterEach, describe, expect, test } from 'vitest'
import { hear, idsOf, makeTools, textsOf } from '../../../tests/hear.ts'
import type { Hearing } from '../../../tests/hear.ts'
import { startMastodonDouble } from '../../../tests/mastodon-double.ts'
import type { MastodonDouble } from '../../../tests/mastodon-double.ts'
import { SignInNeeded } from '../connector.ts'
import type { HeardPost } from '../../model/post.ts'
import { mastodon } from './index.ts'
import { mastodonSettings } from './settings.ts'
import type { MastodonSettings } from './settings.ts'

let double: MastodonDouble
afterEach(() => double.close())

const kinds = ['mastodon', 'gotosocial', 'snac'] as const

describe.each(kinds)('listening to %s', (kind) => {
  test('a post, a mention and a direct message come with what they are', async () => {
    double = await startMastodonDouble(kind)
    const plain = double.addStatus('a plain word')
    const mention = double.addMention({ text: 'where is my order?', warning: 'rant' })
    const direct = double.addMention({ text: 'my number is 4471', visibility: 'direct', inReplyTo: mention })
    const heard = await hearAll([plain, mention, direct])
    expect(postOf(heard, plain)).toMatchObject({ text: 'a plain word', visibility: 'public', type: 'post' })
    expect(postOf(heard, plain)).not.toHaveProperty('addressedToUs')
    expect(postOf(heard, mention)).toMatchObject({ addressedToUs: true, title: 'rant' })
    expect(postOf(heard, direct)).toMatchObject({
      addressedToUs: true,
      visibility: 'direct',
      type: 'message',
      inReplyTo: mention,
    })
    expect(postOf(heard, plain).author).toMatchObject({ handle: '@stranger@elsewhere.example', name: 'A stranger' })
  })

  test('more than a page was missed: all of it is heard once, oldest first', async () => {
    double = await startMastodonDouble(kind)
    const first = double.addStatus('before the break')
    const before = await hearAll([first])
    const missed = Array.from({ length: 95 }, (_, index) => double.addStatus(`missed ${index}`))
    const after = await hearAll([missed.at(-1) ?? ''], before.cursor, missed.length)
    const heard = idsOf(after).filter((id) => missed.includes(id))
    expect(heard).toEqual(missed)
  })

  test('many mentions were missed behind many favourites: all of them are heard', async () => {
    double = await startMastodonDouble(kind)
    const first = double.addMention('before the break')
    const before = await hearAll([first], null, 1, { home: false })
    const missed = Array.from({ length: 30 }, (_, index) => double.addMention(`missed ${index}`))
    for (let count = 0; count < 60; count += 1) double.addFavourite(first)
    const after = await hearAll(missed, before.cursor, missed.length, { home: false })
    expect(idsOf(after).filter((id) => missed.includes(id))).toEqual(missed)
    for (const id of missed) expect(postOf(after, id).addressedToUs).toBe(true)
  })

  test('the first word into an empty timeline is heard, and so is everything after a long silence', async () => {
    double = await startMastodonDouble(kind)
    const silence = await listenUntil(null, ({ batches }) => batches.length >= 3)
    const ids = Array.from({ length: 50 }, (_, index) => double.addStatus(`word ${index}`))
    const after = await hearAll(ids, silence.cursor, ids.length)
    expect(idsOf(after)).toEqual(expect.arrayContaining(ids))
  })

  test('a post that came late from afar, older than what we know, is heard', async () => {
    double = await startMastodonDouble(kind)
    const ids = [double.addStatus('one'), double.addStatus('two'), double.addStatus('three')]
    const before = await hearAll(ids)
    const late = double.addStatus({ text: 'one and a half', before: ids[1] ?? '' })
    const after = await hearAll([late], before.cursor)
    expect(idsOf(after)).toEqual([late])
  })

  test('our own posts are known as ours', async () => {
    double = await startMastodonDouble(kind)
    const id = double.addStatus({ text: 'we are open again', by: ourAccount(kind) })
    expect(postOf(await hearAll([id]), id)).toMatchObject({ ours: true })
  })

  test('an edit and a deletion made while nobody listened are found', async () => {
    double = await startMastodonDouble(kind)
    const [edited, removed, kept] = [double.addStatus('first'), double.addStatus('second'), double.addStatus('third')]
    const before = await hearAll([edited, removed, kept])
    double.editStatus(edited, 'first, but better')
    double.deleteStatus(removed)
    const after = await listenUntil(
      before.cursor,
      ({ heard }) => heard.some((one) => one.kind === 'deleted') && heard.some((one) => one.kind === 'post'),
    )
    expect(textsOf(after, edited)).toEqual(['first, but better'])
    expect(after.heard).toContainEqual({ kind: 'deleted', externalId: removed })
    expect(idsOf(after)).not.toContain(kept)
  })
})

describe.each(['mastodon', 'gotosocial'] as const)('the open line of %s', (kind) => {
  test('tells of a post, an edit and a deletion at once', async () => {
    double = await startMastodonDouble(kind)
    const early = double.addStatus('early')
    let late = ''
    let step = 0
    const heard = await listenUntil(null, (hearing) => {
      if (step === 0 && idsOf(hearing).includes(early) && double.openLines() > 0) {
        step = 1
        late = double.addMention('late')
      }
      if (step === 1 && textsOf(hearing, late).length > 0) {
        step = 2
        double.editStatus(late, 'late, but better')
      }
      if (step === 2 && textsOf(hearing, late).at(-1)?.endsWith('late, but better')) {
        step = 3
        double.deleteStatus(late)
      }
      return hearing.heard.some((one) => one.kind === 'deleted')
    })
    expect(step).toBe(3)
    expect(heard.heard.at(-1)).toEqual({ kind: 'deleted', externalId: late })
    expect(textsOf(heard, early)).toHaveLength(1)
  })

  test('is opened again after a cut, and what was written meanwhile is heard', async () => {
    double = await startMastodonDouble(kind)
    const first = double.addStatus('before the cut')
    let meanwhile = ''
    const heard = await listenUntil(null, (hearing) => {
      if (!meanwhile && idsOf(hearing).includes(first) && double.openLines() > 0) {
        double.cutStreams()
        meanwhile = double.addStatus('meanwhile')
      }
      return meanwhile !== '' && idsOf(hearing).includes(meanwhile)
    })
    expect(heard.errors).toEqual([])
    expect(textsOf(heard, meanwhile)).toHaveLength(1)
    expect(textsOf(heard, first)).toHaveLength(1)
  })

  test('loses nothing while it is cut again and again', async () => {
    double = await startMastodonDouble(kind)
    const ids = [double.addStatus('word 0')]
    let cuts = 0
    const talk = setInterval(() => void ids.push(double.addStatus(`word ${ids.length}`)), 15)
    const heard = await listenUntil(null, (hearing) => {
      if (cuts < 3 && double.openLines() > 0 && idsOf(hearing).length > 20 * (cuts + 1)) {
        cuts += 1
        double.cutStreams()
      }
      if (cuts === 3 && ids.length > 150) clearInterval(talk)
      return cuts === 3 && ids.length > 150 && ids.every((id) => idsOf(hearing).includes(id))
    }).finally(() => clearInterval(talk))
    expect(idsOf(heard).toSorted()).toEqual(ids.toSorted())
  })

  test('tells of a token that was taken back', async () => {
    double = await startMastodonDouble(kind)
    const first = double.addStatus('a word')
    let isRevoked = false
    const { errors } = await listenUntil(null, (hearing) => {
      if (!isRevoked && idsOf(hearing).includes(first)) {
        isRevoked = true
        double.revokeToken()
      }
      return hearing.errors.length > 0
    })
    expect(errors[0]).toBeInstanceOf(SignInNeeded)
    expect(String(errors[0])).toContain('Access token')
  })
})

describe('what a channel listens to', () => {
  test('snac is asked again and again: it advertises a line and has none', async () => {
    double = await startMastodonDouble('snac')
    const id = double.addStatus('a word')
    const { pauses, cursor } = await listenUntil(
      null,
      (hearing) => idsOf(hearing).includes(id) && hearing.pauses.length > 0,
    )
    expect(pauses[0]).toEqual({ waitSeconds: 30 })
    const asked = double.network.requests.filter(({ path }) => path.includes('streaming')).length
    await listenUntil(cursor, (hearing) => hearing.pauses.length > 0)
    expect(double.network.requests.filter(({ path }) => path.includes('streaming'))).toHaveLength(asked)
  })

  test('hashtags, the public timeline and searches, each post once more at most', async () => {
    double = await startMastodonDouble()
    const tagged = double.addStatus({ text: 'lost again #lostparcel', tags: ['lostparcel'] })
    const found = double.addStatus('a quiet vacuum cleaner, does that exist?')
    const wanted = { mentions: false, home: false, hashtags: ['#LostParcel'], searchWords: ['vacuum cleaner'] }
    const heard = await hearAll([tagged, found], null, 2, wanted)
    expect(textsOf(heard, tagged)).toHaveLength(1)
    expect(textsOf(heard, found)).toHaveLength(1)
    const local = await hearAll([tagged, found], null, 2, { mentions: false, home: false, publicTimeline: 'local' })
    expect(idsOf(local).toSorted()).toEqual([tagged, found].toSorted())
  })

  test('a server without hashtag timelines goes on with the rest and says so once', async () => {
    double = await startMastodonDouble('gotosocial')
    const id = double.addStatus('a word')
    const notes: string[] = []
    const tools = {
      ...makeTools(settingsOf({ hashtags: ['lostparcel'] }), null, AbortSignal.timeout(5000)),
      note: (said: string) => void notes.push(said),
    }
    const heard = []
    for await (const batch of mastodon.listen?.(tools) ?? []) {
      heard.push(...batch.heard)
      if (heard.length > 0 && notes.length > 0) break
    }
    expect(heard).toMatchObject([{ kind: 'post', post: { externalId: id } }])
    expect(notes.join(' ')).toContain('tag:lostparcel cannot be heard on this server')
  })

  test('with mentions alone, changes to posts of others are passed over', async () => {
    double = await startMastodonDouble()
    const foreign = double.addStatus('not for us')
    const mention = double.addMention('for us')
    let isEdited = false
    const heard = await listenUntil(
      null,
      (hearing) => {
        if (!isEdited && idsOf(hearing).includes(mention) && double.openLines() > 0) {
          isEdited = true
          double.editStatus(foreign, 'not for us at all')
          double.editStatus(mention, 'for us, really')
        }
        return textsOf(hearing, mention).length === 2
      },
      { home: false },
    )
    expect(idsOf(heard)).not.toContain(foreign)
  })
})

describe.each(kinds)('the thread of a post at %s', (kind) => {
  test('holds what stands above and under it, oldest first', async () => {
    double = await startMastodonDouble(kind)
    const root = double.addStatus('the question')
    const middle = double.addMention({ text: 'an answer', inReplyTo: root })
    const last = double.addStatus({ text: 'thanks', inReplyTo: middle })
    const tools = makeTools(settingsOf(), null, AbortSignal.timeout(5000))
    const thread = await mastodon.readThread?.(tools, middle)
    expect(thread?.map((post) => post.externalId)).toEqual([root, last])
    expect(thread?.map((post) => post.threadRoot)).toEqual([root, root])
    expect(await mastodon.readThread?.(tools, 'nothing')).toEqual([])
  })
})

function settingsOf(chosen: Partial<MastodonSettings> = {}): MastodonSettings {
  return mastodonSettings.parse({ server: double.origin, accessToken: double.token, ...chosen })
}

function listenUntil(cursor: unknown, until: (hearing: Hearing) => boolean, chosen: Partial<MastodonSettings> = {}) {
  return hear({ connector: mastodon, settings: settingsOf(chosen), cursor, until })
}

function hearAll(ids: string[], cursor: unknown = null, most = ids.length, chosen: Partial<MastodonSettings> = {}) {
  const until = (hearing: Hearing) => hearing.heard.length >= most && ids.every((id) => idsOf(hearing).includes(id))
  return listenUntil(cursor, until, chosen)
}

function postOf({ heard }: Hearing, id: string): HeardPost {
  const posts = heard.flatMap((one) => (one.kind === 'post' && one.post.externalId === id ? [one.post] : []))
  const [first] = posts
  if (!first) throw new Error(`${id} was not heard`)
  return first
}

function ourAccount(kind: (typeof kinds)[number]) {
  const ids = {
    mastodon: '117020617136550219',
    gotosocial: '01KX9FC34DSAH7AXTB6X3WAR48',
    snac: '3b16b527204bb405d279d181735c2d68',
  }
  return { id: ids[kind], acct: 'acme' }
}
