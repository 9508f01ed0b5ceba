import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useCell } from '../live/cell.ts'
import { useText } from '../live/text.ts'
import { type Toast, closeToast, toasts } from '../live/toasts.ts'
import { classNames } from './class-names.ts'

/** What was just done, at the lower left: 6 s, 10 s where it can be undone; stays while one looks at it. */
export function ToastRegion() {
  const shown = useCell(toasts)
  const t = useText()
  return (
    <div
      role="region"
      aria-label={t('ui.messages')}
      className="pointer-events-none fixed bottom-4 z-50 flex flex-col gap-2 max-tablet:inset-x-2 max-tablet:bottom-16 tablet:start-4"
    >
      {shown.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastLine({ toast }: { toast: Toast }) {
  const t = useText()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return undefined
    const timer = setTimeout(() => closeToast(toast.id), toast.undo ? 10_000 : 6_000)
    return () => clearTimeout(timer)
  }, [held, toast])
  return (
    <div
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={classNames(
        'appear pointer-events-auto flex min-h-10 max-w-md items-center gap-2 rounded-row ps-3 pe-1 text-sm shadow-menu',
        toast.tone === 'danger' ? 'bg-danger-soft text-danger-text' : 'bg-ink text-surface',
      )}
    >
      <span className="flex-1 py-2">{toast.text}</span>
      {toast.undo && (
        <button
          type="button"
          onClick={toast.undo}
          aria-keyshortcuts="Z"
          className="h-8 rounded-control px-2 font-semibold underline underline-offset-2 hover:bg-current/15"
        >
          {t('ui.undo')}
        </button>
      )}
      <button
        type="button"
        aria-label={t('ui.close')}
        onClick={() => closeToast(toast.id)}
        className="inline-flex size-8 shrink-0 items-center justify-center rounded-control hover:bg-current/15 touch:size-11"
      >
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  )
}
