import { classNames } from './class-names.ts'

interface DayBarsProps {
  days: readonly { day: string; count: number }[]
  /** What the drawing says, in one sentence. */
  summary: string
  tall?: boolean
}

/** One bar a day from zero, the oldest first. A day without any keeps a line, so that it is not taken for missing. */
export function DayBars({ days, summary, tall }: DayBarsProps) {
  const most = Math.max(1, ...days.map((day) => day.count))
  return (
    <div role="img" aria-label={summary} className={classNames('flex items-end gap-0.5', tall ? 'h-24' : 'h-6 w-20')}>
      {days.map(({ day, count }) => (
        <span
          key={day}
          title={`${day}: ${count}`}
          style={{ height: count === 0 ? '1px' : `${Math.max(8, (count / most) * 100)}%` }}
          className={classNames('min-w-0.5 flex-1 rounded-t-[2px]', count === 0 ? 'bg-line-strong' : 'bg-accent')}
        />
      ))}
    </div>
  )
}
