import { pino } from 'pino'

/** Every logger there is. Ids and sentences only: what people wrote never goes into a log. */
const root = pino({ level: 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))

export const startLog = root.child({ part: 'start' })
export const httpLog = root.child({ part: 'http' })
export const listenLog = root.child({ part: 'listen' })
export const pipelineLog = root.child({ part: 'pipeline' })
export const outboxLog = root.child({ part: 'outbox' })
export const jobLog = root.child({ part: 'jobs' })

/** How much is said: `silent` for commands whose standard output is read by programs. */
export function setLogLevel(level: 'debug' | 'info' | 'warn' | 'silent'): void {
  for (const log of [root, startLog, httpLog, listenLog, pipelineLog, outboxLog, jobLog]) log.level = level
}
