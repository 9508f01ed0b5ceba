import { sentenceOf } from './request.ts'
import type { PendingChange } from './entity-store.ts'
import { t } from './text.ts'
import { showToast } from './toasts.ts'
import { forgetUndo, rememberUndo } from './undo.ts'

interface OptimisticAct {
  /** Shows the result at once; one pending change for each place that shows it. */
  show: () => readonly PendingChange[]
  /** Asks the server; its answer is the thing as it is now, where it gives one. */
  send: () => Promise<{ id: string } | undefined>
  /** What is said when it is done, and how it is taken back. */
  said?: string
  undo?: () => void
  /** Called when the server said no, after the change was taken back. */
  onRefused?: (error: unknown) => void
}

/** Does something at once and has it confirmed later. If the server says no it is taken back visibly, with its sentence. */
export async function actAtOnce(act: OptimisticAct): Promise<boolean> {
  const changes = act.show()
  let settled: Promise<boolean> = Promise.resolve(true)
  const { said, undo } = act
  const undoId = said && undo ? rememberUndo(said, () => void settled.then((went) => went && undo())) : undefined
  if (said && !undo) showToast(said)
  settled = settle(act, changes, undoId)
  return settled
}

async function settle(
  act: OptimisticAct,
  changes: readonly PendingChange[],
  undoId: number | undefined,
): Promise<boolean> {
  try {
    const truth = await act.send()
    for (const change of changes) change.confirm(truth)
    return true
  } catch (error) {
    for (const change of changes) change.takeBack()
    if (undoId !== undefined) forgetUndo(undoId)
    showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' })
    act.onRefused?.(error)
    return false
  }
}
