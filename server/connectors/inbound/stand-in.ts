import { Webhook } from 'standardwebhooks'
import type { ConnectorScenario, SentThere, StandIn } from '../../../tests/connector-scenario.ts'
import { startFakeNetwork } from '../../../tests/fake-network.ts'
import { inbound } from './index.ts'
import type { InboundSettings } from './settings.ts'

const pushed = 'posts are pushed to our own address; receive-inbound.test.ts tries it there'

/** A program that takes our answers as signed webhooks and folds repeats by their id, as the standard asks. */
export const scenario: ConnectorScenario<InboundSettings> = {
  connector: inbound,
  start,
  without: {
    'resume from a cursor': pushed,
    'a page twice': pushed,
    'an edit': pushed,
    'a deletion': pushed,
    'a revoked token': 'every request is signed by itself; there is no token',
    '429 with Retry-After': pushed,
    'a cut line': pushed,
    'a slow line': pushed,
  },
}

async function start(): Promise<StandIn<InboundSettings>> {
  const secret = `whsec_${Buffer.from('a secret that is long enough').toString('base64')}`
  const taken = new Map<string, SentThere>()
  const network = await startFakeNetwork(({ headers, body }) => {
    const { data } = new Webhook(secret).verify(body, headers) as { data: { text: string; inReplyTo: string } }
    taken.set(headers['webhook-id'] ?? '', { text: data.text, inReplyTo: data.inReplyTo })
    return { status: 204, body: '' }
  })
  let posts = 0
  return {
    settings: { replyUrl: `${network.origin}/replies`, secret },
    post: () => `post ${++posts}`,
    setTrouble: (trouble) => network.setTrouble(trouble),
    sent: () => [...taken.values()],
    close: () => network.close(),
  }
}
