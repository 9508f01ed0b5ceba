/** Collects what comes in a burst and hands it over once: soon after the first, and at most every `milliseconds`. */
export function gather<Thing>(
  milliseconds: number,
  handOver: (things: readonly Thing[]) => void,
): (thing: Thing) => void {
  let gathered: Thing[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0
  const flush = (): void => {
    timer = undefined
    last = Date.now()
    const things = gathered
    gathered = []
    handOver(things)
  }
  return (thing) => {
    gathered.push(thing)
    timer ??= setTimeout(flush, Math.max(60, last + milliseconds - Date.now()))
  }
}
