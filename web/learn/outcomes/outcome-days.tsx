import { useState } from 'react'
import type { OutcomesView } from '../../../contract/outcomes.ts'
import { useText } from '../../live/text.ts'
import { Button } from '../../ui/button.tsx'
import { DayBars } from '../../ui/day-bars.tsx'

/** Conversations opened and ended, day by day; also as a table. */
export function OutcomeDays({ days }: { days: OutcomesView['days'] }) {
  const t = useText()
  const [isTable, setIsTable] = useState(false)
  const opened = days.reduce((sum, day) => sum + day.opened, 0)
  const ended = days.reduce((sum, day) => sum + day.ended, 0)
  const sentence = t('outcomes.byDay.text', { opened, ended })
  return (
    <section aria-labelledby="by-day" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="by-day" className="flex-1 text-lg font-semibold">
          {t('outcomes.byDay')}
        </h2>
        <Button onClick={() => setIsTable(!isTable)}>{t(isTable ? 'outcomes.asBars' : 'outcomes.asTable')}</Button>
      </div>
      <p className="text-md text-ink-2">{sentence}</p>
      {isTable ? (
        <div className="max-h-96 overflow-auto" tabIndex={0} role="region" aria-label={t('outcomes.byDay')}>
          <table className="w-full max-w-md text-sm">
            <thead className="text-xs text-ink-3">
              <tr>
                <th scope="col" className="py-1 text-start font-medium">
                  {t('outcomes.day')}
                </th>
                <th scope="col" className="py-1 text-end font-medium">
                  {t('outcomes.opened')}
                </th>
                <th scope="col" className="py-1 text-end font-medium">
                  {t('outcomes.ended')}
                </th>
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr key={day.day} className="border-t border-line">
                  <th scope="row" className="tabular py-1 text-start font-normal">
                    {day.day}
                  </th>
                  <td className="tabular text-end">{day.opened}</td>
                  <td className="tabular text-end">{day.ended}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <DayBars tall days={days.map(({ day, opened: count }) => ({ day, count }))} summary={sentence} />
      )}
    </section>
  )
}
