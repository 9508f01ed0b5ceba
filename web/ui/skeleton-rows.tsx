import { useEffect, useState } from 'react'
import { useText } from '../live/text.ts'

/** Grey bars in the place of rows: nothing for the first 200 ms, and a sentence after eight seconds. */
export function SkeletonRows({ rows = 6, height = 'var(--row)' }: { rows?: number; height?: string }) {
  const t = useText()
  const [stage, setStage] = useState(0)
  useEffect(() => {
    const soon = setTimeout(() => setStage(1), 200)
    const late = setTimeout(() => setStage(2), 8_000)
    return () => {
      clearTimeout(soon)
      clearTimeout(late)
    }
  }, [])
  if (stage === 0) return null
  return (
    <div role="status" aria-label={t('ui.loading')}>
      {stage === 2 && <p className="px-4 py-2 text-sm text-ink-3">{t('ui.slow')}</p>}
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} style={{ height }} className="flex flex-col justify-center gap-2 border-b border-line px-4">
          <div className="h-2.5 w-2/5 rounded-chip bg-sunken" />
          <div className="h-2.5 w-4/5 rounded-chip bg-sunken compact:hidden" />
        </div>
      ))}
    </div>
  )
}
