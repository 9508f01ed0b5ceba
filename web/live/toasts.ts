import { cell } from './cell.ts'

export interface Toast {
  id: number
  text: string
  tone: 'plain' | 'danger'
  undo?: () => void
}

/** What is shown at the lower left right now. */
export const toasts = cell<readonly Toast[]>([])

let lastId = 0

/** Shows a sentence. Errors are never only here: the place where it happened says it too. */
export function showToast(text: string, options: { tone?: Toast['tone']; undo?: () => void } = {}): number {
  const id = ++lastId
  toasts.change((before) => [
    ...before.slice(-2),
    { id, text, tone: options.tone ?? 'plain', ...(options.undo ? { undo: options.undo } : {}) },
  ])
  return id
}

export function closeToast(id: number): void {
  toasts.change((before) => before.filter((toast) => toast.id !== id))
}
