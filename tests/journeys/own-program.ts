import { randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { z } from 'zod'
import { type FakeNetwork, startFakeNetwork } from '../fake-network.ts'

/** A program of the customer's own on loopback: it pushes posts to us and takes our answers, both signed. */
export interface OwnProgram {
  /** Where it takes answers. */
  replyUrl: string
  network: FakeNetwork
  /** What it took, oldest first, each checked against the secret. */
  taken: TakenReply[]
  /** Where it pushes to and how it signs, as the channel told once. */
  know(channel: { inboundUrl: string; secret: string }): void
  push(...posts: PushedPost[]): Promise<void>
  close(): Promise<void>
}

export interface TakenReply {
  webhookId: string
  inReplyTo: string
  text: string
}

export interface PushedPost {
  id: string
  text: string
  author: { id: string; handle?: string; name?: string }
  createdAt?: string
  inReplyTo?: string
  url?: string
  addressedToUs?: boolean
}

const reply = z.object({ data: z.object({ inReplyTo: z.string(), text: z.string() }) })

export async function startOwnProgram(): Promise<OwnProgram> {
  let known: { inboundUrl: string; secret: string } | undefined
  const taken: TakenReply[] = []
  const network = await startFakeNetwork(({ headers, body }) => {
    const { data } = reply.parse(new Webhook(known?.secret ?? '').verify(body, headers))
    taken.push({ webhookId: headers['webhook-id'] ?? '', ...data })
    return { status: 204, body: '' }
  })
  return {
    network,
    taken,
    replyUrl: `${network.origin}/replies`,
    know: (channel) => void (known = channel),
    async push(...posts) {
      if (!known) throw new Error('No channel told where to push to.')
      const body = JSON.stringify(posts.map((post) => ({ createdAt: new Date().toISOString(), ...post })))
      const id = `msg_${randomUUID()}`
      const at = new Date()
      const answer = await fetch(known.inboundUrl, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': new Webhook(known.secret).sign(id, at, body),
        },
      })
      if (!answer.ok) throw new Error(`The push was answered ${answer.status}: ${await answer.text()}`)
    },
    close: () => network.close(),
  }
}
