import { Suspense, lazy } from 'react'
import type { DialogProps } from './dialog-box.tsx'

const DialogBox = lazy(async () => ({ default: (await import('./dialog-box.tsx')).DialogBox }))

/** Something that needs an answer now; see `dialog-box.tsx`, which is loaded when it is first needed. */
export function Dialog(props: DialogProps) {
  return (
    <Suspense fallback={null}>
      <DialogBox {...props} />
    </Suspense>
  )
}

/**
 * Loads what floats ahead, so that it also opens once the server is gone: at the first touch or key, or when nothing of
 * the first load is in its way any more.
 */
export function loadFloatingAhead(): void {
  const options = { once: true, passive: true }
  for (const sign of ['pointerdown', 'keydown']) addEventListener(sign, loadFloating, options)
  setTimeout(loadFloating, 2_000)
}

function loadFloating(): void {
  void Promise.all([import('./dialog-box.tsx'), import('./floating-place.tsx')]).catch(() => undefined)
}
