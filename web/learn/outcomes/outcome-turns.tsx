import { Link } from '@tanstack/react-router'
import type { OutcomesView } from '../../../contract/outcomes.ts'
import { useCell } from '../../live/cell.ts'
import { language, useText } from '../../live/text.ts'
import { shareOf } from '../../live/tell-number.ts'
import { classNames } from '../../ui/class-names.ts'

type Turn = keyof OutcomesView['turns']

/** In the order a conversation goes; the colour is beside a word and a number, never alone. */
const parts: readonly { turn: Turn; look: string; view: string }[] = [
  { turn: 'ended', look: 'bg-ok', view: 'ended' },
  { turn: 'theirs', look: 'bg-series-4', view: 'theirs' },
  { turn: 'resting', look: 'bg-line-strong', view: 'resting' },
  { turn: 'set_aside', look: 'bg-warn', view: 'set-aside' },
  { turn: 'ours', look: 'bg-accent', view: 'all' },
]

/** Where the conversations stand now: one bar in parts, each with its list. */
export function OutcomeTurns({ outcomes }: { outcomes: OutcomesView }) {
  const t = useText()
  const locale = useCell(language)
  const { turns, conversations } = outcomes
  const reasons = outcomes.setAside.filter(({ count }) => count > 0)
  return (
    <section aria-labelledby="turns" className="flex flex-col gap-3">
      <h2 id="turns" className="text-lg font-semibold">
        {t('outcomes.turns')}
      </h2>
      {conversations === 0 ? (
        <p className="text-md text-ink-2">{t('outcomes.none')}</p>
      ) : (
        <div aria-hidden="true" className="flex h-5 gap-px overflow-hidden rounded-chip">
          {parts
            .filter(({ turn }) => turns[turn] > 0)
            .map(({ turn, look }) => (
              <span key={turn} className={look} style={{ flexGrow: turns[turn] }} />
            ))}
        </div>
      )}
      <ul className="grid gap-x-6 gap-y-1 tablet:grid-cols-2 desk:grid-cols-3">
        {parts.map(({ turn, look, view }) => (
          <li key={turn} className="flex items-center gap-2 text-sm">
            <span aria-hidden="true" className={classNames('size-3 rounded-chip', look)} />
            <Link
              to="/inbox/$view"
              params={{ view }}
              search={turn === 'ours' ? { turn: 'ours' } : {}}
              className="min-h-6 text-accent-text underline"
            >
              {t(`outcomes.turn.${turn}`)}
            </Link>
            <span className="tabular font-semibold">{turns[turn]}</span>
            <span className="text-xs text-ink-3">{shareOf(turns[turn], conversations, locale)}</span>
          </li>
        ))}
      </ul>
      {reasons.length > 0 && (
        <p className="text-xs text-ink-2">
          {t('outcomes.setAside')} {reasons.map(({ reason, count }) => `${reasonText(reason, t)} ${count}`).join(' · ')}
        </p>
      )}
    </section>
  )
}

const reasonKeys = ['spam', 'no_answer_wanted', 'not_ours', 'chose_not_to_join'] as const

function reasonText(reason: string, t: ReturnType<typeof useText>): string {
  const known = reasonKeys.find((each) => each === reason)
  return known ? t(`outcomes.reason.${known}`) : reason
}
