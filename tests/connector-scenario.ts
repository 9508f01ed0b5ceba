import type { Connector, Push } from '../server/connectors/connector.ts'

/** What every connector is put through, by `connectors.test.ts`. */
export const scenarioNames = [
  'empty settings',
  'resume from a cursor',
  'a page twice',
  'an edit',
  'a deletion',
  'a revoked token',
  '429 with Retry-After',
  'a cut line',
  'a slow line',
  'an unsigned push',
  'a send repeated with the same key',
  'a send whose outcome is unknown',
] as const
export type ScenarioName = (typeof scenarioNames)[number]

/**
 * One connector's part in the shared suite, exported as `scenario` from `server/connectors/<name>/stand-in.ts`:
 * a small stand-in of its network on real loopback, and what that network cannot have.
 */
export interface ConnectorScenario<Settings = unknown> {
  connector: Connector<Settings>
  /** A fresh stand-in with nothing posted; every test starts its own and closes it. */
  start(): Promise<StandIn<Settings>>
  /** Scenarios this network cannot have, each with the reason: shown as skipped, by name and reason. */
  without: Partial<Record<ScenarioName, string>>
}

/** The network as the suite sees it: things happen there, and things go wrong there. */
export interface StandIn<Settings = unknown> {
  /** Settings that work, as `connector.settings` gives them. */
  settings: Settings
  /**
   * A stranger writes something that the connector will hear, also when it stood there before the very first start.
   * Returns its external id as the connector reports it.
   */
  post(text: string): string
  /** The same post gets another text. Needed unless `without['an edit']`. */
  edit?(externalId: string, text: string): void
  /** The post is taken away. Needed unless `without['a deletion']`. */
  remove?(externalId: string): void
  /** The token is refused from now on. Needed unless `without['a revoked token']`. */
  revoke?(): void
  /** What goes wrong with every exchange from now on; open streams meet it too. `undefined`: all is well again. */
  setTrouble(trouble: Trouble | undefined): void
  /**
   * What the network has pushed until now, oldest first, signed: `post`, `edit` and `remove` add to it. Needed by
   * connectors that only hear by pushes; a connector that also listens may have it.
   */
  pushes?(): Push[]
  /** What our connector has posted there, oldest first. Needed by connectors that send. */
  sent?(): SentThere[]
  close(): Promise<void>
}

/** One message of ours that stands at the network. */
export interface SentThere {
  text: string
  /** External id of the post it stands under. */
  inReplyTo?: string
}

/**
 * - `cut`: the answer breaks off in the middle; nothing is taken in.
 * - `slow`: the answer begins and never goes on.
 * - `wait`: 429 with `Retry-After`.
 * - `cut after taking`: the network takes a message in, and the line breaks before it can say so.
 */
export type Trouble =
  | { kind: 'cut' }
  | { kind: 'slow' }
  | { kind: 'wait'; seconds: number }
  | { kind: 'cut after taking' }
