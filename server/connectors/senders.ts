import type { Connector } from './connector.ts'

/** A network as the outbox sees it, and nobody else: it can say something there, and look whether it stands. */
export type Sender = Pick<Connector, 'name' | 'label' | 'can' | 'limits' | 'send' | 'reconcile'>
