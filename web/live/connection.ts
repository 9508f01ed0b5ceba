import { call, reachable } from './client.ts'
import { cell } from './cell.ts'

/** How long a break may last before anybody is told. */
const quietMilliseconds = 1_500

/** Whether the screen should say that there is no connection. */
export const disconnected = cell(false)

/** Follows whether the server answers, and knocks again while it does not; called once at the start. */
export function followConnection(onBack: () => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let knocking: ReturnType<typeof setInterval> | undefined
  const onChange = (): void => {
    clearTimeout(waiting)
    clearInterval(knocking)
    if (!reachable.get()) {
      waiting = setTimeout(() => disconnected.set(true), quietMilliseconds)
      knocking = setInterval(() => void call('GET', '/door').catch(() => undefined), 3_000)
      return
    }
    disconnected.set(false)
    onBack()
  }
  const stop = reachable.watch(onChange)
  return () => {
    stop()
    clearTimeout(waiting)
    clearInterval(knocking)
  }
}
