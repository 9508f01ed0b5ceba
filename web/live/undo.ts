import { cell } from './cell.ts'
import { closeToast, showToast } from './toasts.ts'

interface Done {
  id: number
  toast: number
  undo: () => void
}

const done = cell<readonly Done[]>([])
let lastId = 0

/** Says what was done and remembers how to take it back, by the toast's button or by `Z`, also on another screen. */
export function rememberUndo(text: string, undo: () => void): number {
  const id = ++lastId
  const toast = showToast(text, { undo: () => undoThis(id) })
  done.change((before) => [...before.slice(-49), { id, toast, undo }])
  return id
}

/** Takes back the last thing; false when there is none. */
export function undoLast(): boolean {
  const last = done.get().at(-1)
  if (!last) return false
  undoThis(last.id)
  return true
}

/** What was done can no longer be taken back, or did not happen after all. */
export function forgetUndo(id: number): void {
  const found = done.get().find((each) => each.id === id)
  if (found) closeToast(found.toast)
  done.change((before) => before.filter((each) => each.id !== id))
}

function undoThis(id: number): void {
  const found = done.get().find((each) => each.id === id)
  if (!found) return
  forgetUndo(id)
  found.undo()
}
