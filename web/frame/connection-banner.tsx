import { useState } from 'react'
import { useCell } from '../live/cell.ts'
import { disconnected } from '../live/connection.ts'
import { useText } from '../live/text.ts'
import { askAfterMilliseconds, discardWaiting, sendAnyway, waitingSends } from '../live/waiting-sends.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Time } from '../ui/time.tsx'

/** Says that the server does not answer, what still works, and what waits to be sent. */
export function ConnectionBanner() {
  const t = useText()
  const isOff = useCell(disconnected)
  const waiting = useCell(waitingSends)
  const [open, setOpen] = useState(false)
  if (!isOff && waiting.length === 0) return null
  return (
    <div className="px-2 pt-2">
      <Banner
        tone="warn"
        action={
          waiting.length > 0 && (
            <Button small onClick={() => setOpen(true)}>
              {t('waiting.see')}
            </Button>
          )
        }
      >
        {isOff && t('frame.disconnected')} {waiting.length > 0 && t('waiting.some', { count: waiting.length })}
      </Banner>
      {open && waiting.length > 0 && <WaitingList onClose={() => setOpen(false)} />}
    </div>
  )
}

function WaitingList({ onClose }: { onClose: () => void }) {
  const t = useText()
  const [openedAt] = useState(() => Date.now())
  return (
    <Dialog title={t('waiting.title')} onClose={onClose}>
      <ul className="flex flex-col gap-3">
        {useCell(waitingSends).map((send) => (
          <li key={send.key} className="rounded-row border border-line p-3">
            <p className="text-xs text-ink-2">
              {t('waiting.to', { name: send.to })} · <Time at={new Date(send.at).toISOString()} />
            </p>
            <p className="my-1 text-md whitespace-pre-wrap">{send.body.text}</p>
            {send.refusal && <p className="text-sm text-danger-text">{send.refusal}</p>}
            {openedAt - send.at > askAfterMilliseconds && <p className="text-sm text-warn-text">{t('waiting.old')}</p>}
            <p className="mt-2 flex gap-2">
              <Button onClick={() => void sendAnyway(send.key)}>{t('waiting.send')}</Button>
              <Button onClick={() => discardWaiting(send.key)}>{t('waiting.discard')}</Button>
            </p>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
