import type { ConversationSummary } from '../../../contract/conversations.ts'
import { useCell } from '../../live/cell.ts'
import { language, useText } from '../../live/text.ts'
import { classNames } from '../../ui/class-names.ts'
import { labelText } from '../../readings/reading-words.ts'
import { loudReaders } from '../../readings/show-readings.ts'

/** What the readers say of the newest message besides its mood, as far as a colleague should see it in the list. */
export function RowReadings({ readings }: { readings: ConversationSummary['reading'] }) {
  useText()
  const locale = useCell(language)
  return loudReaders(readings)
    .filter((reader) => reader !== 'sentiment' && !(reader === 'language' && readings?.[reader]?.label === locale))
    .map((reader) => {
      const label = readings?.[reader]?.label ?? ''
      return (
        <span key={reader} className={classNames('shrink-0 rounded-chip px-1 font-medium', lookOf(reader))}>
          {labelText(reader, label, locale)}
        </span>
      )
    })
}

function lookOf(reader: string): string {
  if (reader === 'risk') return 'bg-danger-soft text-danger-text'
  return reader === 'urgency' ? 'bg-warn-soft text-warn-text' : 'bg-sunken text-ink-2'
}
