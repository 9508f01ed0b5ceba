import type { OutcomesView } from '../../../contract/outcomes.ts'
import { type Translate, useText } from '../../live/text.ts'
import { spanOf } from '../../live/tell-time.ts'

const minute = 60_000

/** Nobody counts seconds here. */
function waited(minutes: number, t: Translate): string {
  return minutes < 5 ? t('span.minutes', { count: Math.max(1, Math.ceil(minutes)) }) : spanOf(minutes * minute, t)
}

/** How long people waited for our first word: the middle, and what nine of ten waited at most. */
export function FirstReply({ firstReply }: { firstReply: OutcomesView['firstReply'] }) {
  const t = useText()
  const { median, p90, count } = firstReply
  return (
    <section aria-labelledby="first-reply" className="flex flex-col gap-1">
      <h2 id="first-reply" className="text-lg font-semibold">
        {t('outcomes.firstReply')}
      </h2>
      {median === null || p90 === null ? (
        <p className="text-md text-ink-2">{t('outcomes.firstReply.none')}</p>
      ) : (
        <>
          <p className="text-md">
            {t('outcomes.firstReply.text', { median: waited(median, t), most: waited(p90, t) })}
          </p>
          <p className="text-xs text-ink-3">
            {t(count < 30 ? 'outcomes.firstReply.few' : 'outcomes.firstReply.count', { count })}
          </p>
        </>
      )}
    </section>
  )
}
