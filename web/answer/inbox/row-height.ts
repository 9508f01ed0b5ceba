import { cell } from '../../live/cell.ts'
import { look } from '../../live/look.ts'

/** Height of a row in pixels, in the density that shows; grows with the browser's text size. */
export const rowHeight = cell(heightNow())

look.watch(() => rowHeight.set(heightNow()))
if (typeof matchMedia !== 'undefined')
  matchMedia('(pointer: coarse)').addEventListener('change', () => rowHeight.set(heightNow()))

function heightNow(): number {
  if (typeof document === 'undefined') return 76
  const isCompact = look.get().density === 'compact' && !matchMedia('(pointer: coarse)').matches
  const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
  return Math.round((isCompact ? 34 : 76) * scale)
}
