import { useSyncExternalStore } from 'react'

/** One clock for the whole page: once a minute, and once a second for those who need it. */
function ticking(milliseconds: number): { watch: (onTick: () => void) => () => void; get: () => number } {
  const watchers = new Set<() => void>()
  let now = Date.now()
  let timer: ReturnType<typeof setInterval> | undefined
  const tick = (): void => {
    now = Date.now()
    for (const watcher of watchers) watcher()
  }
  return {
    get: () => now,
    watch: (onTick) => {
      watchers.add(onTick)
      if (!timer) {
        now = Date.now()
        timer = setInterval(tick, milliseconds)
      }
      return () => {
        watchers.delete(onTick)
        if (watchers.size === 0) {
          clearInterval(timer)
          timer = undefined
        }
      }
    },
  }
}

const minutes = ticking(60_000)
const seconds = ticking(1_000)

/** Now: once a second within five minutes of a moment, else once a minute. */
export function useNowNear(moment: number): number {
  const coarse = useNow('minute')
  return useNow(Math.abs(moment - coarse) < 6 * 60_000 ? 'second' : 'minute')
}

/** Now, in milliseconds; moves once a minute, or once a second. */
export function useNow(every: 'minute' | 'second' = 'minute'): number {
  const clock = every === 'second' ? seconds : minutes
  return useSyncExternalStore(clock.watch, clock.get)
}
