/** A bell for a sleeping loop: `ring` ends the present wait, or the next one if nobody waits yet. */
export interface WakeUp {
  ring(): void
  /** Waits until the bell rings, the time is over or the signal aborts; never throws. */
  wait(seconds: number, signal: AbortSignal): Promise<void>
}

export function wakeUp(): WakeUp {
  let rung = false
  let wakeSleeper: (() => void) | undefined
  return {
    ring() {
      rung = true
      wakeSleeper?.()
    },
    async wait(seconds, signal) {
      if (!rung && !signal.aborted)
        await new Promise<void>((resolve) => {
          const stop = () => {
            clearTimeout(timer)
            signal.removeEventListener('abort', stop)
            resolve()
          }
          const timer = setTimeout(stop, seconds * 1000)
          wakeSleeper = stop
          signal.addEventListener('abort', stop, { once: true })
        })
      rung = false
      wakeSleeper = undefined
    },
  }
}
