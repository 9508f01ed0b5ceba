import { useNow } from '../live/clock.ts'
import { fullTime, shortTime } from '../live/tell-time.ts'
import { useText } from '../live/text.ts'
import { useCell } from '../live/cell.ts'
import { language } from '../live/text.ts'

/** When something was: short, with the whole date in its tip. */
export function Time({ at, className }: { at: string; className?: string }) {
  const t = useText()
  const locale = useCell(language)
  const now = useNow()
  return (
    <time dateTime={at} title={fullTime(at, locale)} className={className}>
      {shortTime(at, now, locale, t)}
    </time>
  )
}
