import { cell } from './cell.ts'

/** The sentence a screen reader says next, politely. */
export const announced = cell('')

let flip = false

/** Says a sentence to those who listen to the page. The same sentence twice is said twice. */
export function announce(sentence: string): void {
  flip = !flip
  announced.set(flip ? sentence : `${sentence}\u00a0`)
}

/** Gathers what happens often and says it once in `seconds`: `gatherAnnouncements(10, (count) => …)`. */
export function gatherAnnouncements(seconds: number, say: (count: number) => string): (count: number) => void {
  let gathered = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  return (count) => {
    gathered += count
    waiting ??= setTimeout(() => {
      announce(say(gathered))
      gathered = 0
      waiting = undefined
    }, seconds * 1_000)
  }
}
