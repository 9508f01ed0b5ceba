import { useText } from '../../live/text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Time } from '../../ui/time.tsx'
import type { ChannelTrial } from './channel-requests.ts'

/** What a trial found: who we are there, what is worth knowing, and the first posts. */
export function TrialOutcome({ trial }: { trial: ChannelTrial }) {
  const t = useText()
  return (
    <div className="flex flex-col gap-2" aria-live="polite">
      <Banner tone="ok">
        {trial.account === '' ? t('channels.trial.works') : t('channels.trial.worksAs', { account: trial.account })}
      </Banner>
      {trial.notes.map((note) => (
        <p key={note} className="text-sm text-ink-2">
          {note}
        </p>
      ))}
      {trial.samples.length > 0 && (
        <ul aria-label={t('channels.trial.samples')} className="flex flex-col gap-1.5">
          {trial.samples.map((sample) => (
            <li key={`${sample.at} ${sample.text}`} className="rounded-row border border-line px-2.5 py-2 text-sm">
              <span className="line-clamp-2" dir="auto">
                {sample.text}
              </span>
              <span className="text-xs text-ink-3">
                {sample.author} · <Time at={sample.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
