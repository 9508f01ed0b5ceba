import { RefreshCw } from 'lucide-react'
import { useCell } from '../live/cell.ts'
import { useText } from '../live/text.ts'
import { newVersion } from './watch-version.ts'

/** Says quietly that the server has a newer app. Never reloads by itself. */
export function NewVersionLine({ rail }: { rail: boolean }) {
  const t = useText()
  if (!useCell(newVersion)) return null
  return (
    <button
      type="button"
      onClick={() => location.reload()}
      aria-label={rail ? t('nav.newVersion') : undefined}
      className="flex items-center gap-2 rounded-control px-2 py-1.5 text-start text-xs text-ink-3 hover:bg-line/60"
    >
      <RefreshCw size={14} aria-hidden="true" className="shrink-0" />
      {!rail && t('nav.newVersion')}
    </button>
  )
}
