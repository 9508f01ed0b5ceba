import type { ConversationSummary } from '../../../contract/conversations.ts'
import { cell } from '../../live/cell.ts'
import type { PendingChange } from '../../live/entity-store.ts'
import { actAtOnce } from '../../live/optimistic.ts'
import { sentenceOf } from '../../live/request.ts'
import { t } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { rememberUndo } from '../../live/undo.ts'
import { changeEverywhere } from './conversation-store.ts'

export interface ActOnOne {
  change: (before: ConversationSummary) => Partial<ConversationSummary>
  send: () => Promise<ConversationSummary | undefined>
  undo?: () => Promise<ConversationSummary | undefined>
}

/** How far a change of many is. */
export interface Progress {
  done: number
  of: number
  stop: () => void
}
export const progress = cell<Progress | null>(null)

const actedListeners = new Set<(ids: ReadonlySet<string>) => void>()

/** Hears which conversations the person here has just acted on. */
export function onActed(listener: (ids: ReadonlySet<string>) => void): () => void {
  actedListeners.add(listener)
  return () => actedListeners.delete(listener)
}

/** Does one thing to one or many conversations: shown at once, confirmed by the server, undone as one. */
export async function actOn(ids: readonly string[], said: string, make: (id: string) => ActOnOne): Promise<void> {
  const [only] = ids
  if (only === undefined) return
  if (ids.length === 1) await actOnOne(only, said, make(only))
  else await actOnMany(ids, said, make)
}

async function actOnOne(id: string, said: string, act: ActOnOne): Promise<void> {
  const { undo } = act
  const show = (): readonly PendingChange[] => changeEverywhere(id, act.change)
  const going = actAtOnce({
    show,
    send: act.send,
    ...(said ? { said } : {}),
    ...(undo ? { undo: () => void takeBack([{ id, undo }]) } : {}),
  })
  tellActed([id])
  await going
}

async function actOnMany(ids: readonly string[], said: string, make: (id: string) => ActOnOne): Promise<void> {
  let stopped = false
  const stop = (): void => {
    stopped = true
  }
  const did: { id: string; undo: NonNullable<ActOnOne['undo']> }[] = []
  const acts = ids.map((id) => ({ id, act: make(id), changes: [] as readonly PendingChange[] }))
  for (const each of acts) each.changes = changeEverywhere(each.id, each.act.change)
  tellActed(ids)
  let failed = 0
  let sentence = ''
  for (const [index, { id, act, changes }] of acts.entries()) {
    progress.set({ done: index, of: ids.length, stop })
    try {
      if (stopped) throw new Error('stopped')
      const truth = await act.send()
      for (const change of changes) change.confirm(truth)
      if (act.undo) did.push({ id, undo: act.undo })
    } catch (error) {
      for (const change of changes) change.takeBack()
      failed++
      if (!stopped) sentence = sentenceOf(error, t('ui.notDone'))
    }
  }
  progress.set(null)
  if (said && did.length > 0) rememberUndo(said, () => void takeBack(did))
  if (failed > 0) showToast(t('act.skipped', { count: failed, why: sentence }), { tone: 'danger' })
}

/** Asks the server to take it back, and shows what it then says. */
async function takeBack(did: readonly { id: string; undo: NonNullable<ActOnOne['undo']> }[]): Promise<void> {
  try {
    for (const { undo } of did) {
      const truth = await undo()
      if (truth) for (const change of changeEverywhere(truth.id, () => ({}))) change.confirm(truth)
    }
    showToast(t('act.undone'))
  } catch (error) {
    showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' })
  }
  tellActed(did.map(({ id }) => id))
}

function tellActed(ids: readonly string[]): void {
  const set = new Set(ids)
  for (const listener of actedListeners) listener(set)
}
