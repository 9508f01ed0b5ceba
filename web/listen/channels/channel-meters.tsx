import type { ChannelMeter } from '../../../contract/channels.ts'
import { useCell } from '../../live/cell.ts'
import { useRequest } from '../../live/request.ts'
import { language, useText } from '../../live/text.ts'
import { Time } from '../../ui/time.tsx'
import { metersRequest } from './channel-requests.ts'

/** At this share a budget is shown as nearly used up. */
const nearlyUsed = 0.8

/** How much of its budgets a channel has used; nothing for networks without any. */
export function ChannelMeters({ id }: { id: string }) {
  const t = useText()
  const meters = useRequest(metersRequest, { id }).data?.items ?? []
  if (meters.length === 0) return null
  return (
    <section aria-labelledby="channel-meters" className="flex flex-col gap-2">
      <h2 id="channel-meters" className="text-lg font-semibold">
        {t('channels.meters')}
      </h2>
      <ul className="flex flex-col gap-3">
        {meters.map((meter) => (
          <Meter key={`${meter.label} ${meter.endsAt}`} meter={meter} />
        ))}
      </ul>
    </section>
  )
}

function Meter({ meter }: { meter: ChannelMeter }) {
  const t = useText()
  const locale = useCell(language)
  const { label, used, most, unit, price } = meter
  const number = new Intl.NumberFormat(locale)
  const money = price && new Intl.NumberFormat(locale, { style: 'currency', currency: price.currency })
  const share = most === 0 ? 1 : Math.min(1, used / most)
  return (
    <li className="flex flex-col gap-1 text-sm">
      <span className="flex flex-wrap justify-between gap-x-4">
        <span>{label}</span>
        <span className="text-ink-2">
          {t('channels.meter.used', { used: number.format(used), most: number.format(most), unit })}
          {price && money && (
            <>
              {' · '}
              {t('channels.meter.money', {
                spent: money.format(used * price.perUnit),
                most: money.format(most * price.perUnit),
              })}
            </>
          )}
        </span>
      </span>
      <progress
        max={Math.max(1, most)}
        value={used}
        aria-label={label}
        className={`h-1.5 w-full ${share >= nearlyUsed ? 'accent-warn' : 'accent-accent'}`}
      />
      <span className="text-xs text-ink-3">
        {t('channels.meter.anew')}: <Time at={meter.endsAt} />
      </span>
    </li>
  )
}
