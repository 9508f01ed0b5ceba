import { Suspense, lazy } from 'react'
import { useCell } from '../../live/cell.ts'
import { useText, withTexts } from '../../live/text.ts'
import { Floating } from '../../ui/floating.tsx'
import { AssignList } from './assign-list.tsx'
import { choosing } from './choosing.ts'
import { DepartmentList } from './department-list.tsx'
import { EndingDialog } from './ending-dialog.tsx'
import { SetAsideDialog } from './set-aside-dialog.tsx'
import { SnoozeList } from './snooze-list.tsx'
import { TurnMenu } from './turn-menu.tsx'

const ReadingList = lazy(async () => ({
  default: (await withTexts('readingScreens', () => import('./reading-list.tsx'))).ReadingList,
}))

const lists = {
  turn: TurnMenu,
  assign: AssignList,
  department: DepartmentList,
  snooze: SnoozeList,
  reading: ReadingList,
} as const
const labels = {
  turn: 'turn.title',
  assign: 'actions.assign',
  department: 'actions.department',
  snooze: 'actions.snooze',
  reading: 'reading.fix',
} as const

/** The question that is open, if any: turn, assignee, department, snooze, set aside, ending. */
export function Chooser() {
  const t = useText()
  const now = useCell(choosing)
  if (!now) return null
  const onClose = (): void => choosing.change((current) => (current === now ? null : current))
  if (now.what === 'set-aside') return <SetAsideDialog ids={now.ids} onClose={onClose} />
  if (now.what === 'ending')
    return (
      <EndingDialog id={now.ids[0] ?? ''} {...(now.evidence ? { evidence: now.evidence } : {})} onClose={onClose} />
    )
  const List = lists[now.what]
  return (
    <Floating label={t(labels[now.what])} anchor={now.anchor} onClose={onClose}>
      <Suspense fallback={null}>
        <List ids={now.ids} onClose={onClose} />
      </Suspense>
    </Floating>
  )
}
