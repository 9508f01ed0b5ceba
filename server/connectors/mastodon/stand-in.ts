import type { ConnectorScenario, StandIn } from '../../../tests/connector-scenario.ts'
import { startMastodonDouble } from '../../../tests/mastodon-double.ts'
import type { MastodonDouble } from '../../../tests/mastodon-double.ts'
import { mastodon } from './index.ts'
import { mastodonSettings } from './settings.ts'
import type { MastodonSettings } from './settings.ts'

/** Mastodon's part in the shared suite: a double that speaks as Mastodon 4.6 does. */
export const scenario: ConnectorScenario<MastodonSettings> = {
  connector: mastodon,
  start: async () => standIn(await startMastodonDouble()),
  without: {},
}

function standIn(double: MastodonDouble): StandIn<MastodonSettings> {
  return {
    settings: mastodonSettings.parse({ server: double.origin, accessToken: double.token }),
    post: (text) => double.addStatus(text),
    edit: (externalId, text) => double.editStatus(externalId, text),
    remove: (externalId) => double.deleteStatus(externalId),
    revoke: () => double.revokeToken(),
    setTrouble: (trouble) => double.network.setTrouble(trouble),
    sent: () => double.posted().map(({ text, inReplyTo }) => ({ text, ...(inReplyTo !== undefined && { inReplyTo }) })),
    close: () => double.close(),
  }
}
