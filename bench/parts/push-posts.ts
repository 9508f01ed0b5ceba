import { Webhook } from 'standardwebhooks'
import type { BenchServer } from './start-server.ts'

/** Words of a made-up stream: one post in twenty speaks of one of the brands, half of those with trouble. */
const words =
  'the a my new parcel train shop app phone today again really good bad waiting for no one answers price color great love'.split(
    ' ',
  )
const troubles = ['late', 'lost', 'broken', 'fine', 'lovely', 'cheap']

export function makePost(id: string, number: number, brand = number % 20 === 0 ? `brand${(number / 20) % 20}` : '') {
  const text = Array.from({ length: 16 }, (_, at) => words[(number * 7 + at * 13) % words.length])
  if (brand !== '') text.push(brand, troubles[number % troubles.length])
  return {
    id,
    text: text.join(' '),
    author: { id: `u${number % 5_000}`, handle: `@person${number % 5_000}`, name: `Person ${number % 5_000}` },
    createdAt: new Date().toISOString(),
  }
}

/** Sends one signed request; returns how many posts were acknowledged. */
export async function push(
  server: Pick<BenchServer, 'inboundUrl' | 'secret'>,
  id: string,
  posts: unknown[],
): Promise<number> {
  const body = JSON.stringify(posts)
  const at = new Date()
  const answer = await fetch(server.inboundUrl, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(server.secret).sign(id, at, body),
    },
  })
  if (answer.status !== 202) throw new Error(`/in answered ${answer.status}: ${await answer.text()}`)
  const { accepted } = await answer.json()
  return accepted
}

/** Pushes posts in requests of `batch`, `senders` at a time; the rate counts only what was acknowledged. */
export async function pushPosts(
  server: BenchServer,
  { posts, batch, senders, prefix }: { posts: number; batch: number; senders: number; prefix: string },
): Promise<{ rate: number }> {
  let next = 0
  let accepted = 0
  const begun = performance.now()
  const send = async () => {
    while (next < posts) {
      const first = next
      next += batch
      const rows = Array.from({ length: Math.min(batch, posts - first) }, (_, at) =>
        makePost(`${prefix} ${first + at}`, first + at),
      )
      const taken = await push(server, `${prefix} request ${first}`, rows)
      accepted += taken
    }
  }
  await Promise.all(Array.from({ length: senders }, send))
  if (accepted !== posts) throw new Error(`${accepted} of ${posts} were acknowledged as new`)
  return { rate: posts / ((performance.now() - begun) / 1000) }
}
