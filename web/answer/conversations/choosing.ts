import { cell } from '../../live/cell.ts'
import type { Evidence } from './conversation-acts.ts'

/** A question that is open: what is to be chosen, for which conversations, and where on the screen. */
export interface Choosing {
  what: 'turn' | 'assign' | 'department' | 'snooze' | 'set-aside' | 'ending' | 'reading'
  ids: readonly string[]
  anchor: Element | null
  /** Words of theirs that were selected as the proof that it is over. */
  evidence?: Evidence & { words: string }
}

/** What every list of choices is given. */
export interface ChooserProps {
  ids: readonly string[]
  onClose: () => void
}

export const choosing = cell<Choosing | null>(null)

/** Opens a question, at its control where the conversation is open, else at its row. */
export function choose(what: Choosing['what'], ids: readonly string[]): void {
  if (ids.length === 0) return
  const control = [...document.querySelectorAll(`[data-choose="${what}"]`)].find(
    (each) => each.getAttribute('data-for') === ids.join(' '),
  )
  const row = ids.length === 1 ? document.querySelector(`[data-row="${ids[0]}"]`) : null
  choosing.set({ what, ids, anchor: control ?? row })
}
