import { setTimeout as wait } from 'node:timers/promises'
import type { Tools } from '../../connectors/connector.ts'
import type { ChannelParts } from './channel-parts.ts'

interface Wanted {
  settings: unknown
  cursor: unknown
  signal: AbortSignal
  /** Takes the connector's notes. */
  note: (sentence: string) => void
  /** Where nothing is said, nothing is counted: a look at settings that are not kept yet. */
  spend?: Tools<unknown>['spend']
}

/** What a connector is handed: its settings, its place, and the one door to the outside. */
export function makeTools(parts: Pick<ChannelParts, 'fetch' | 'openSocket'>, wanted: Wanted): Tools<unknown> {
  const { signal } = wanted
  return {
    spend: () => Promise.resolve(),
    ...wanted,
    fetch: (url, options = {}) =>
      parts.fetch(url, { ...options, signal: options.signal ? AbortSignal.any([options.signal, signal]) : signal }),
    openSocket: (url, options = {}) =>
      parts.openSocket(url, {
        ...options,
        signal: options.signal ? AbortSignal.any([options.signal, signal]) : signal,
      }),
    async sleep(seconds) {
      await wait(seconds * 1000, undefined, { signal })
    },
    now: () => new Date(),
  }
}
