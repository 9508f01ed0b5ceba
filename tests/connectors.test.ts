import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { BackOff, Refusal, SignInNeeded, Unsigned } from '../server/connectors/connector.ts'
import type { Connector, Outgoing } from '../server/connectors/connector.ts'
import { connectors } from '../server/connectors/registry.ts'
import type { ConnectorScenario, ScenarioName, StandIn } from './connector-scenario.ts'
import { hear, idsOf, makeTools, textsOf } from './hear.ts'

const scenarios = new Map<string, ConnectorScenario>()
const withoutStandIn: string[] = []
for (const name of Object.keys(connectors)) {
  const scenario = await scenarioOf(name)
  if (scenario) scenarios.set(name, scenario)
  else withoutStandIn.push(name)
}

/** Every connector brings its stand-in along in its own folder; see docs/add-a-connector.md. */
async function scenarioOf(name: string): Promise<ConnectorScenario | undefined> {
  const path = join(import.meta.dirname, `../server/connectors/${name}/stand-in.ts`)
  if (!existsSync(path)) return undefined
  const module: { scenario?: ConnectorScenario } = await import(`../server/connectors/${name}/stand-in.ts`)
  return module.scenario
}

test('every network in the registry has a stand-in.ts that exports its scenario', () =>
  expect(withoutStandIn).toEqual([]))

describe.each([...scenarios])('connector %s', (name, scenario) => {
  const connector = scenario.connector
  let standIn: StandIn | undefined
  afterEach(() => standIn?.close())

  /** Runs on a fresh stand-in; skipped, with the reason in its name, where the network cannot have it. */
  function scene(title: ScenarioName, play: (network: StandIn) => Promise<void>): void {
    const reason = scenario.without[title]
    if (reason) return test.skip(`${title} (cannot be: ${reason})`, () => {})
    test(title, async () => {
      standIn = await scenario.start()
      await play(standIn)
    })
  }

  const hearIds = (network: StandIn, cursor: unknown, ...ids: string[]) =>
    hear({
      connector,
      settings: network.settings,
      pushes: network.pushes?.bind(network),
      cursor,
      until: (hearing) => ids.every((id) => idsOf(hearing).includes(id)),
    })

  test('is registered under its own name', () => expect(connector.name).toBe(name))

  test('states what it can do as it can do it', () => {
    expect('send' in connector, 'replies').toBe(connector.can.replies || connector.can.privateReplies)
    expect('readThread' in connector, 'threads').toBe(connector.can.threads)
    expect('listen' in connector, 'listen').toBe(connector.can.listens !== 'pushed')
    expect(connector.label && connector.about).toBeTruthy()
  })

  test('every field of its settings can be drawn: it has a label', () => {
    const drawn = z.toJSONSchema(connector.settings, { unrepresentable: 'any', io: 'input' })
    for (const [field, property] of Object.entries(drawn.properties ?? {}))
      expect(property, field).toHaveProperty('label')
  })

  scene('empty settings', async () => {
    const parsed = connector.settings.safeParse({})
    expect(parsed.error?.issues[0]?.message).toMatch(/\w+/)
  })

  test('working settings are accepted by its check, with a name to show', async () => {
    standIn = await scenario.start()
    const checked = await connector.check(makeTools(standIn.settings, null, AbortSignal.timeout(5000)))
    expect(checked.account).not.toBe('')
    expect(connector.settings.safeParse(checked.settings ?? standIn.settings).error).toBeUndefined()
    expect(connector.idSpace(standIn.settings, 'channel')).toBe(connector.idSpace(standIn.settings, 'channel'))
  })

  scene('resume from a cursor', async (network) => {
    const [first, second] = [network.post('the first thing said'), network.post('the second thing said')]
    const before = await hearIds(network, null, first, second)
    const third = network.post('the third thing said')
    const after = await hearIds(network, throughJson(before.cursor), third)
    expect(textsOf(after, third)[0]).toContain('the third thing said')
    expect(idsOf(after)).not.toContain(first)
    expect(idsOf(after)).not.toContain(second)
  })

  scene('a page twice', async (network) => {
    const ids = [network.post('one thing said'), network.post('another thing said')]
    const once = await hearIds(network, null, ...ids)
    const again = await hearIds(network, null, ...ids)
    expect([...new Set(idsOf(again))].sort()).toEqual([...new Set(idsOf(once))].sort())
    for (const id of ids) expect(new Set([...textsOf(once, id), ...textsOf(again, id)]).size).toBe(1)
    for (const one of once.heard) if (one.kind === 'post') expectWhole(one.post)
  })

  scene('an edit', async (network) => {
    const id = network.post('a thing said in haste')
    const before = await hearIds(network, null, id)
    network.edit?.(id, 'a thing said with care')
    const after = await hearIds(network, before.cursor, id)
    expect(textsOf(after, id).at(-1)).toContain('a thing said with care')
  })

  scene('a deletion', async (network) => {
    const id = network.post('a thing better not said')
    const before = await hearIds(network, null, id)
    network.remove?.(id)
    const after = await hearIds(network, before.cursor, id)
    expect(after.heard.at(-1)).toEqual({ kind: 'deleted', externalId: id })
  })

  if (connector.recheck)
    test('a deletion that nobody tells of is found by looking again', async () => {
      standIn = await scenario.start()
      const [stays, goes] = [standIn.post('a thing that stays'), standIn.post('a thing that goes')]
      await hearIds(standIn, null, stays, goes)
      standIn.remove?.(goes)
      const tools = makeTools(standIn.settings, null, AbortSignal.timeout(5000))
      expect(await connector.recheck?.look(tools, [stays, goes])).toMatchObject({ gone: [goes] })
    })

  scene('a revoked token', async (network) => {
    const id = network.post('a thing said')
    const { cursor } = await hearIds(network, null, id)
    network.revoke?.()
    const refused = await hearTrouble(connector, network, cursor, (error) => error instanceof SignInNeeded)
    expect(String(refused)).toMatch(/\w+ \w+ \w+/)
    await expect(connector.check(makeTools(network.settings, null, AbortSignal.timeout(5000)))).rejects.toThrow(
      SignInNeeded,
    )
  })

  scene('429 with Retry-After', async (network) => {
    network.setTrouble({ kind: 'wait', seconds: 77 })
    const id = network.post('a thing said meanwhile')
    const wait = await hearTrouble(connector, network, null, (error) => error instanceof BackOff)
    expect(wait).toMatchObject({ seconds: 77 })
    network.setTrouble(undefined)
    expect(textsOf(await hearIds(network, null, id), id)).toHaveLength(1)
  })

  for (const kind of ['cut', 'slow'] as const)
    scene(`a ${kind} line`, async (network) => {
      const first = network.post('said before the trouble')
      const before = await hearIds(network, null, first)
      network.setTrouble({ kind })
      const second = network.post('said in the trouble')
      const during = await hear({
        connector,
        settings: network.settings,
        cursor: before.cursor,
        until: ({ errors }) => errors.length > 0,
      })
      expect(during.errors[0]).not.toBeInstanceOf(SignInNeeded)
      expect(during.errors[0]).not.toBeInstanceOf(Refusal)
      network.setTrouble(undefined)
      const after = await hearIds(network, during.cursor, second)
      expect(textsOf(after, second)).toHaveLength(1)
      expect([...idsOf(during), ...idsOf(after)]).not.toContain(first)
    })

  if (connector.receive)
    scene('an unsigned push', async (network) => {
      const id = network.post('signed by them')
      const push = network.pushes?.().find((one) => one.body.includes('signed by them'))
      if (!push || !connector.receive) throw new Error('the stand-in of a network that pushes needs pushes()')
      const tools = makeTools(network.settings, null, AbortSignal.timeout(5000))
      const { heard } = await connector.receive(tools, push)
      expect(heard.map((one) => one.kind === 'post' && one.post.externalId)).toContain(id)
      const altered = { ...push, body: Buffer.from(push.body.toString('utf8').replace('signed by', 'forged by')) }
      await expect(async () => connector.receive!(tools, altered)).rejects.toThrow(Unsigned)
      const bare = { ...push, headers: new Headers() }
      await expect(async () => connector.receive!(tools, bare)).rejects.toThrow(Unsigned)
    })

  scene('a send repeated with the same key', async (network) => {
    const id = network.post('does anybody know a quiet vacuum cleaner?')
    const message = anAnswer('Yes: ours.', id)
    expect(await send(connector, network, message)).toMatchObject({ outcome: 'sent' })
    expect(await send(connector, network, message)).toMatchObject({ outcome: 'sent' })
    expect(network.sent?.()).toHaveLength(1)
    expect(network.sent?.()[0]).toMatchObject({ text: expect.stringContaining('Yes: ours.'), inReplyTo: id })
  })

  scene('a send whose outcome is unknown', async (network) => {
    const taken = anAnswer('Taken, but not said so.', network.post('a question'))
    network.setTrouble({ kind: 'cut after taking' })
    expect(await send(connector, network, taken)).toMatchObject({
      outcome: 'unknown',
      reason: expect.stringMatching(/\w+ \w+/),
    })
    network.setTrouble(undefined)
    expect(await settle(connector, network, taken)).toMatchObject({ outcome: 'sent' })
    expect(network.sent?.()).toHaveLength(1)

    const lost = anAnswer('Lost on the way.', network.post('another question'))
    network.setTrouble({ kind: 'cut' })
    expect(['unknown', 'retry']).toContain((await send(connector, network, lost)).outcome)
    network.setTrouble(undefined)
    expect(await settle(connector, network, lost)).toMatchObject({ outcome: 'sent' })
    expect(network.sent?.().map((one) => one.text)).toHaveLength(2)
  })
})

async function hearTrouble(connector: Connector, network: StandIn, cursor: unknown, isIt: (error: unknown) => boolean) {
  const { errors } = await hear({
    connector,
    settings: network.settings,
    cursor,
    until: (hearing) => hearing.errors.some(isIt),
  })
  return errors.find(isIt)
}

async function send(connector: Connector, network: StandIn, message: Outgoing) {
  const outcome = await connector.send?.(makeTools(network.settings, null, AbortSignal.timeout(5000)), message)
  if (!outcome) throw new Error(`${connector.name} does not send`)
  return outcome
}

/** What the outbox does about an unknown outcome: look, and send again only when it is not there. */
async function settle(connector: Connector, network: StandIn, message: Outgoing) {
  const found = await connector.reconcile?.(makeTools(network.settings, null, AbortSignal.timeout(5000)), message)
  return found && found.outcome !== 'absent' ? found : send(connector, network, message)
}

let keys = 0
function anAnswer(text: string, externalId: string): Outgoing {
  keys += 1
  return {
    key: `key-${keys}-${'0'.repeat(20)}`,
    replyId: `reply-${keys}`,
    conversationId: 'conversation',
    text,
    author: { name: 'Ann Abel' },
    inReplyTo: { externalId, author: { id: 'stranger', handle: 'stranger' }, visibility: 'public' },
    audience: 'public',
    firstTriedAt: new Date(),
  }
}

/** Cursors are kept as JSON between two starts. */
function throughJson(cursor: unknown): unknown {
  return JSON.parse(JSON.stringify(cursor))
}

function expectWhole(post: { externalId: string; createdAt: Date; author: { id: string; handle: string } }): void {
  expect(post.externalId).not.toBe('')
  expect(post.createdAt.getTime()).not.toBeNaN()
  expect(post.author.id && post.author.handle).toBeTruthy()
}
