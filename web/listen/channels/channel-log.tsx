import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { useRequest } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { Time } from '../../ui/time.tsx'
import { notesRequest } from './channel-requests.ts'

const signs = {
  note: { Icon: Info, look: 'text-ink-3' },
  warning: { Icon: TriangleAlert, look: 'text-warn-text' },
  error: { Icon: CircleAlert, look: 'text-danger-text' },
}

/** What a channel noted while it listened, the newest first. */
export function ChannelLog({ id }: { id: string }) {
  const t = useText()
  const notes = useRequest(notesRequest, { id })
  return (
    <section aria-labelledby="channel-log" className="flex flex-col gap-2">
      <h2 id="channel-log" className="text-lg font-semibold">
        {t('channels.log')}
      </h2>
      {notes.isError && <LoadFailed error={notes.error} onRetry={() => void notes.refetch()} />}
      {notes.isPending && <SkeletonRows rows={3} height="32px" />}
      {notes.data?.items.length === 0 && <p className="text-md text-ink-2">{t('channels.log.empty')}</p>}
      <ul className="flex flex-col">
        {notes.data?.items.map((note) => {
          const { Icon, look } = signs[note.level]
          return (
            <li key={note.id} className="flex items-start gap-2 border-b border-line py-2 text-sm">
              <Icon size={14} aria-label={t(`channels.log.${note.level}`)} className={`mt-0.5 shrink-0 ${look}`} />
              <span className="min-w-0 flex-1">{note.sentence}</span>
              <Time at={note.at} className="text-xs text-ink-3" />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
