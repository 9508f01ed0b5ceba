import type { Connector } from './connector.ts'

/** A network as listening sees it: it hears, and cannot say a word. */
export type Listener = Omit<Connector, 'send' | 'reconcile'>
