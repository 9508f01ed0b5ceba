/** A list as somebody reads it: nothing in it moves while they do. */
export interface ListWindow {
  /** Ids in the order they stand on the screen. */
  shown: readonly string[]
  /** Ids that fit but are not shown yet, in the server's order; a pill counts them. */
  fresh: readonly string[]
  /** Ids that stand there, dimmed, though they no longer fit. */
  left: ReadonlySet<string>
}

export const emptyWindow: ListWindow = { shown: [], fresh: [], left: new Set() }

interface Reading {
  /** The head of the list as the server has it now. */
  ids: readonly string[]
  /** Whether that is the whole list. */
  isWhole: boolean
  /** At the top, nothing checked, no focus inside: things may move. */
  isFree: boolean
  /** What the reader acted on themselves: it goes at once instead of dimming. */
  own?: ReadonlySet<string>
  /** What came back by the reader's own undo: it goes to its place instead of being counted. */
  back?: (id: string) => boolean
}

/** What the list looks like after the server was asked again. */
export function receiveReading(window: ListWindow, reading: Reading): ListWindow {
  const fits = new Set(reading.ids)
  const end = reading.isWhole ? window.shown.length : window.shown.findLastIndex((id) => fits.has(id)) + 1
  const beyond = window.shown.slice(end).filter((id) => !fits.has(id))
  if (reading.isFree) return { shown: [...reading.ids, ...beyond], fresh: [], left: new Set() }
  const gone = window.shown.slice(0, end).filter((id) => !fits.has(id))
  const stays = new Set(gone.filter((id) => !reading.own?.has(id)))
  const kept = window.shown.filter((id, index) => fits.has(id) || index >= end || stays.has(id))
  const shown = putBack(kept, reading)
  const known = new Set(shown)
  return { shown, fresh: reading.ids.filter((id) => !known.has(id)), left: stays }
}

function putBack(kept: readonly string[], { ids, back }: Reading): string[] {
  const shown = [...kept]
  for (const [index, id] of ids.entries()) {
    if (!back?.(id) || shown.includes(id)) continue
    const before = ids.slice(0, index).findLast((each) => shown.includes(each))
    shown.splice(before === undefined ? 0 : shown.indexOf(before) + 1, 0, id)
  }
  return shown
}

/** A further page at the end. */
export function receivePage(window: ListWindow, ids: readonly string[]): ListWindow {
  const known = new Set([...window.shown, ...window.fresh])
  return { ...window, shown: [...window.shown, ...ids.filter((id) => !known.has(id))] }
}

/** The reader asked for what is new: it comes in at the top, and what no longer fits goes. */
export function showFresh(window: ListWindow): ListWindow {
  const fresh = new Set(window.fresh)
  const kept = window.shown.filter((id) => !window.left.has(id) && !fresh.has(id))
  return { shown: [...window.fresh, ...kept], fresh: [], left: new Set() }
}

/** Takes out what the reader acted on themselves. */
export function removeFrom(window: ListWindow, ids: ReadonlySet<string>): ListWindow {
  return { ...window, shown: window.shown.filter((id) => !ids.has(id)) }
}

/** Where the focus goes when `id` leaves: to the next row, else the one before, else nowhere. */
export function neighbourOf(shown: readonly string[], id: string): string | undefined {
  const at = shown.indexOf(id)
  return at < 0 ? undefined : (shown[at + 1] ?? shown[at - 1])
}
