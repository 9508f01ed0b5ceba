import { useCell } from '../../../live/cell.ts'
import { shortNumber } from '../../../live/tell-number.ts'
import { language, useText } from '../../../live/text.ts'
import { DayBars } from '../../../ui/day-bars.tsx'
import { roundHonestly } from './round-honestly.ts'
import type { TrialResult } from './trial-types.ts'
import type { Progress } from './count-all.ts'

/** How many were found, a day, on which days and in which channels. The lines keep their place while it is counted. */
export function TrialFigures({ result, progress }: { result: TrialResult; progress: Progress | undefined }) {
  const t = useText()
  const locale = useCell(language)
  const days = result.days.map(({ day, matches }) => ({ day, count: matches }))
  const isAbout = result.basis !== 'exact'
  const matches = isAbout ? roundHonestly(result.matches) : result.matches
  return (
    <>
      <Headline result={result} matches={matches} />
      <div className="flex flex-col gap-1 text-xs text-ink-3">
        <span>
          {t(isAbout ? 'topics.trial.part' : 'topics.trial.whole', {
            looked: shortNumber(result.looked, locale),
            posts: shortNumber(result.posts, locale),
          })}
        </span>
        <div className="flex h-1">
          {isAbout && progress && (
            <progress
              aria-label={t('topics.trial.counting')}
              max={Math.max(1, progress.posts)}
              value={progress.looked}
              className="h-1 w-full accent-accent"
            />
          )}
        </div>
      </div>
      <DayBars tall days={days} summary={t('topics.trial.bars', { count: matches })} />
      {result.channels.length > 0 && (
        <ul className="flex flex-wrap gap-x-3 gap-y-1 text-xs text-ink-2">
          {result.channels.map((channel) => (
            <li key={channel.id}>
              {channel.name} <span className="tabular font-semibold">{channel.matches}</span>
            </li>
          ))}
        </ul>
      )}
      {result.matches === 0 && <p className="text-md text-ink-2">{t('topics.trial.nothing')}</p>}
    </>
  )
}

/** The one sentence: how many, and how many a day. A guess says between what. */
function Headline({ result, matches }: { result: TrialResult; matches: number }) {
  const t = useText()
  const isAbout = result.basis !== 'exact'
  return (
    <p className="text-md" aria-live="polite">
      <strong>{t(isAbout ? 'topics.trial.aboutMatches' : 'topics.trial.matches', { count: matches })}</strong>
      {matches > 0 && <> · {t('topics.trial.perDay', { count: roundHonestly(result.perDay) })}</>}
      {isAbout && matches > 0 && (
        <span className="text-ink-3">
          {' '}
          {t('topics.trial.between', { low: Math.floor(result.perDayLow), high: Math.ceil(result.perDayHigh) })}
        </span>
      )}
    </p>
  )
}
