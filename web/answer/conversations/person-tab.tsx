import type { z } from 'zod'
import type { ConversationView } from '../../../contract/conversations.ts'
import type { personDetail } from '../../../contract/people.ts'
import { useCell } from '../../live/cell.ts'
import { useMay } from '../../live/me.ts'
import { request, useRequest } from '../../live/request.ts'
import { dueTime } from '../../live/tell-time.ts'
import { language, useText } from '../../live/text.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { Time } from '../../ui/time.tsx'
import { oneLine } from '../plain-words.ts'
import { TurnMark } from '../turn-glyph.tsx'

const personRequest = request<z.infer<typeof personDetail>, { id: string }>({
  path: ({ id }) => `/people/${id}`,
  changedBy: ['conversation.', 'message.'],
})

type PersonDetail = z.infer<typeof personDetail>

/** Who we talk with, over all their accounts: what was promised, and their other conversations. */
export function PersonTab({ conversation, onOpen }: { conversation: ConversationView; onOpen: (id: string) => void }) {
  const may = useMay('people.read')
  const { person, promises } = conversation
  const detail = useRequest(personRequest, may ? { id: person.id } : null)
  return (
    <div className="flex flex-col gap-4 text-sm">
      <div className="flex items-center gap-3">
        <Avatar name={person.name} size="lg" />
        <div className="min-w-0">
          <p className="truncate text-md font-semibold">{person.name}</p>
          <p className="truncate text-xs text-ink-2">{person.handle}</p>
        </div>
      </div>
      {detail.data && detail.data.identities.length > 0 && <Accounts detail={detail.data} />}
      {promises.length > 0 && <Promises promises={promises} />}
      {detail.isLoading && <SkeletonRows rows={3} height="48px" />}
      {detail.data && <Others detail={detail.data} than={conversation.id} onOpen={onOpen} />}
    </div>
  )
}

function Accounts({ detail }: { detail: PersonDetail }) {
  const t = useText()
  return (
    <Section title={t('person.accounts')}>
      {detail.identities.map(({ id, url, handle, network }) => (
        <li key={id} className="truncate">
          {url ? (
            <a href={url} target="_blank" rel="noreferrer noopener" className="text-accent-text underline">
              {handle}
            </a>
          ) : (
            handle
          )}{' '}
          <span className="text-ink-3">{network}</span>
        </li>
      ))}
    </Section>
  )
}

function Promises({ promises }: Pick<ConversationView, 'promises'>) {
  const t = useText()
  const locale = useCell(language)
  return (
    <Section title={t('person.promises')}>
      {promises.map((promise) => (
        <li key={promise.id}>
          <span className="block">{promise.text}</span>
          <span className="block text-xs text-ink-2">
            {t('person.promiseDue', { name: promise.owner.name, due: dueTime(promise.dueAt, locale) })}
          </span>
        </li>
      ))}
    </Section>
  )
}

function Others({ detail, than, onOpen }: { detail: PersonDetail; than: string; onOpen: (id: string) => void }) {
  const t = useText()
  const others = detail.recent.filter((each) => each.id !== than)
  return (
    <Section title={t('person.others', { count: Math.max(0, detail.conversations - 1) })}>
      {others.map((other) => (
        <li key={other.id}>
          <button
            type="button"
            onClick={() => onOpen(other.id)}
            className="ring-inside -mx-1.5 block w-full rounded-control px-1.5 py-1 text-start hover:bg-sunken"
          >
            <span className="line-clamp-2">{oneLine(other.lastMessage?.text ?? '')}</span>
            <span className="flex gap-2 text-xs text-ink-2">
              <TurnMark turn={other.turn} />
              <Time at={other.lastActivityAt} />
            </span>
          </button>
        </li>
      ))}
      {others.length === 0 && <li className="text-ink-3">{t('person.noOthers')}</li>}
    </Section>
  )
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 text-xs font-medium text-ink-3">{title}</h3>
      <ul className="flex flex-col gap-1.5">{children}</ul>
    </section>
  )
}
