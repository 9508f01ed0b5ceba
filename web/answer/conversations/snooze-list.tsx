import { useState } from 'react'
import { useCell } from '../../live/cell.ts'
import { useNow } from '../../live/clock.ts'
import { dueTime } from '../../live/tell-time.ts'
import { language, useText } from '../../live/text.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { OptionList } from '../../ui/option-list.tsx'
import type { ChooserProps } from './choosing.ts'
import { snooze, unsnooze } from './conversation-acts.ts'
import { conversations } from './conversation-store.ts'
import { snoozeTimes } from './snooze-times.ts'

/** Until when it should be out of my sight: a reply, a usual time, or one of my own. The turn stays. */
export function SnoozeList({ ids, onClose }: ChooserProps) {
  const t = useText()
  const locale = useCell(language)
  const now = useNow()
  const [own, setOwn] = useState(false)
  const isSnoozed = ids.some((id) => conversations.read(id)?.snoozedUntil || conversations.read(id)?.snoozedUntilReply)
  const until = (at: Date): void => void snooze(ids, at.toISOString(), dueTime(at.toISOString(), locale))
  if (own) return <OwnTime onClose={onClose} onPick={until} />
  const options = [
    ...(isSnoozed ? [{ id: 'wake', label: t('snooze.wake'), hint: '', run: () => void unsnooze(ids) }] : []),
    { id: 'reply', label: t('snooze.reply'), hint: '', run: () => void snooze(ids, 'reply', t('snooze.replyWords')) },
    ...snoozeTimes(new Date(now)).map(({ id, at }) => ({
      id,
      label: t(`snooze.${id}`),
      hint: dueTime(at.toISOString(), locale),
      run: () => until(at),
    })),
    { id: 'own', label: t('snooze.own'), hint: '', run: () => setOwn(true) },
  ]
  return (
    <OptionList
      label={t('actions.snooze')}
      placeholder={t('snooze.placeholder')}
      empty={t('snooze.empty')}
      options={options}
      onPick={({ id, run }) => {
        if (id !== 'own') onClose()
        run()
      }}
    />
  )
}

function OwnTime({ onClose, onPick }: { onClose: () => void; onPick: (at: Date) => void }) {
  const t = useText()
  const now = useNow()
  const [value, setValue] = useState('')
  const at = new Date(value)
  const isPast = value !== '' && at.getTime() <= now
  return (
    <form
      className="flex flex-col gap-3 p-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (value === '' || isPast) return
        onClose()
        onPick(at)
      }}
    >
      <Field
        label={t('snooze.ownLabel')}
        type="datetime-local"
        autoFocus
        required
        value={value}
        error={isPast ? t('snooze.past') : undefined}
        onChange={(event) => setValue(event.target.value)}
      />
      <Button tone="main" type="submit">
        {t('actions.snoozeNow')}
      </Button>
    </form>
  )
}
