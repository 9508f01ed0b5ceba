import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type FakeNetwork, startFakeNetwork } from '../../../../tests/fake-network.ts'
import { pointClientAt } from '../../../live/client.ts'
import { type Progress, countAll } from './count-all.ts'

const asked = z.object({
  query: z.string(),
  exact: z.literal(true),
  soFar: z.object({ looked: z.number() }).optional(),
})

let server: FakeNetwork
let bodies: z.infer<typeof asked>[] = []

/** A server that looks at a thousand of three thousand posts each time. */
beforeAll(async () => {
  server = await startFakeNetwork(({ body }) => {
    const question = asked.parse(JSON.parse(body))
    bodies.push(question)
    const looked = (question.soFar?.looked ?? 0) + 1_000
    const result = {
      basis: looked < 3_000 ? 'counting' : 'exact',
      posts: 3_000,
      looked,
      soFar: looked < 3_000 ? { looked } : null,
    }
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ diagnostics: [], result }) }
  })
  pointClientAt(server.origin)
})
afterAll(() => server.close())
beforeEach(() => {
  bodies = []
})

test('it asks on with what was counted so far until everything was looked at', async () => {
  const told: Progress[] = []
  const result = await countAll({ query: 'parcel' }, new AbortController().signal, (progress) => told.push(progress))
  expect(result).toMatchObject({ basis: 'exact', looked: 3_000 })
  expect(told.map(({ looked }) => looked)).toEqual([1_000, 2_000])
  expect(bodies.map(({ soFar }) => soFar?.looked)).toEqual([undefined, 1_000, 2_000])
})

test('it stops when nobody wants to know any more', async () => {
  const stop = new AbortController()
  const result = await countAll({ query: 'parcel' }, stop.signal, () => stop.abort())
  expect(result).toBeUndefined()
  expect(bodies).toHaveLength(1)
})
