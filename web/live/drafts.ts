/** What somebody was writing, kept in this browser at once. */
export interface Draft {
  text: string
  /** When it was last changed here, in milliseconds. */
  at: number
}

const start = 'earshot.draft.'
const serverEveryMilliseconds = 2_000
const waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; run: () => void }>()

/** The draft kept in this browser under a name such as `{conversation}.reply`. */
export function readDraft(name: string): Draft | undefined {
  const kept = localStorage.getItem(start + name)
  if (kept === null) return undefined
  try {
    const draft: Draft = JSON.parse(kept)
    return typeof draft.text === 'string' ? draft : undefined
  } catch {
    return undefined
  }
}

/** Keeps it here at once, and on the server two seconds after the last change before that. */
export function keepDraft(name: string, text: string, saveOnServer: (text: string) => Promise<unknown>): void {
  keepHere(name, text)
  if (waiting.has(name)) return
  const run = (): void => {
    waiting.delete(name)
    // A failed save costs nothing: the text is here, and the next change tries again.
    saveOnServer(readDraft(name)?.text ?? '').catch(() => undefined)
  }
  waiting.set(name, { timer: setTimeout(run, serverEveryMilliseconds), run })
}

/** Saves what still waits, when the composer is left. */
export function flushDraft(name: string): void {
  const found = waiting.get(name)
  if (!found) return
  clearTimeout(found.timer)
  found.run()
}

/** It was sent: the draft is one no more. */
export function forgetDraft(name: string): void {
  const found = waiting.get(name)
  if (found) clearTimeout(found.timer)
  waiting.delete(name)
  localStorage.removeItem(start + name)
}

function keepHere(name: string, text: string): void {
  const draft: Draft = { text, at: Date.now() }
  try {
    localStorage.setItem(start + name, JSON.stringify(draft))
  } catch {
    // The browser's store is full or closed; the server still gets it.
  }
}
