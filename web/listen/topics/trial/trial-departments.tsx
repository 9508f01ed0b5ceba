import { TriangleAlert } from 'lucide-react'
import { useText } from '../../../live/text.ts'
import { classNames } from '../../../ui/class-names.ts'
import { roundHonestly } from './round-honestly.ts'
import type { TrialResult } from './trial-types.ts'

/** From half of what a department has now, and at least this many a day, more work deserves a warning. */
const fewestWarned = 5

/** What this would bring to each department a day. */
export function TrialDepartments({ departments, isAbout }: Pick<TrialResult, 'departments'> & { isAbout: boolean }) {
  const t = useText()
  const shown = departments.filter(({ extraPerDay }) => Math.abs(extraPerDay) >= 0.05)
  if (shown.length === 0) return null
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {shown.map(({ department, extraPerDay, nowPerDay }) => {
        const isMuch = extraPerDay >= fewestWarned && extraPerDay >= nowPerDay / 2
        const count = roundHonestly(Math.abs(extraPerDay))
        const name = department?.name ?? t('topics.trial.nobodys')
        return (
          <li
            key={department?.id ?? ''}
            className={classNames('flex items-center gap-1.5', isMuch ? 'text-warn-text' : 'text-ink-2')}
          >
            {isMuch && <TriangleAlert size={14} aria-label={t('topics.look')} className="shrink-0" />}
            {t(loadText(extraPerDay, isAbout), { name, count, now: roundHonestly(nowPerDay) })}
          </li>
        )
      })}
    </ul>
  )
}

function loadText(extra: number, isAbout: boolean) {
  if (extra < 0) return 'topics.trial.relieves'
  return isAbout ? 'topics.trial.bringsAbout' : 'topics.trial.brings'
}
