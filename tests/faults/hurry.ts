import type { Pace } from '../../server/outbox/delivery.ts'

/** The outbox in a hurry: a killed worker's deliveries are taken over after a second instead of a minute. */
export const hurry: Pace = { leaseSeconds: 1.5, marginSeconds: 0.4, lookSeconds: 0.1 }
