import { announced } from '../live/announcer.ts'
import { useCell } from '../live/cell.ts'

/** Where screen readers hear what happens. */
export function Announcements() {
  return (
    <div aria-live="polite" aria-atomic="true" className="sr-only">
      {useCell(announced)}
    </div>
  )
}
