import { newId } from '../../lib/id.ts'
import type { ConnectorScenario, StandIn } from '../../../tests/connector-scenario.ts'
import { sample } from './index.ts'
import { mailboxOf } from './mailbox.ts'
import { networkOf, type SampleSettings } from './settings.ts'

const own = 'the network makes up its own posts; sample.test.ts listens to it'
const noLine = 'it is in this process: there is no line, and nothing on it can go wrong'

/** The invented network is its own stand-in: a fresh one for every test. */
export const scenario: ConnectorScenario<SampleSettings> = {
  connector: sample,
  start,
  without: {
    'empty settings': 'everything has a sensible value from the start',
    'resume from a cursor': own,
    'a page twice': own,
    'an edit': own,
    'a deletion': own,
    'a revoked token': 'nobody signs in to it',
    '429 with Retry-After': noLine,
    'a cut line': noLine,
    'a slow line': noLine,
    'a send whose outcome is unknown': noLine,
  },
}

function start(): Promise<StandIn<SampleSettings>> {
  const settings: SampleSettings = { place: 'social', seed: newId() }
  const network = networkOf(settings)
  let posts = 0
  return Promise.resolve({
    settings,
    post: () => `${network}.0.${posts++}.0.0`,
    setTrouble: () => {},
    sent: () =>
      [...mailboxOf(network).ours.values()].map(({ post }) => ({
        text: post.text,
        ...(post.inReplyTo === undefined ? {} : { inReplyTo: post.inReplyTo }),
      })),
    close: () => Promise.resolve(),
  })
}
