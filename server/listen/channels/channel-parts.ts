import type { Connector } from '../../connectors/connector.ts'
import type { Keyring } from '../../access/seal.ts'
import type { OpenSocket, OutsideFetch } from '../../lib/fetch.ts'

/** What channels are made of: the networks there are, the keys for their settings, and the one door to the outside. */
export interface ChannelParts {
  connectors: Readonly<Record<string, Connector>>
  keyring: Keyring
  fetch: OutsideFetch
  openSocket: OpenSocket
}
