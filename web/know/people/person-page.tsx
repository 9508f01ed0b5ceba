import { Link, getRouteApi } from '@tanstack/react-router'
import type { ConversationSummary } from '../../../contract/conversations.ts'
import { useRequest } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { Chip } from '../../ui/chip.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { Time } from '../../ui/time.tsx'
import { personRequest, type PersonDetail } from './people-requests.ts'

const address = getRouteApi('/shell/people/$id')

/** One person, over all their accounts, with what was said. */
export function PersonPage() {
  const t = useText()
  const { id } = address.useParams()
  const person = useRequest(personRequest, { id })
  if (person.data) return <ShownPerson person={person.data} />
  return (
    <Page title={t('people.one')}>
      {person.isError ? (
        <LoadFailed error={person.error} onRetry={() => void person.refetch()} />
      ) : (
        <SkeletonRows rows={4} />
      )}
    </Page>
  )
}

function ShownPerson({ person }: { person: PersonDetail }) {
  const t = useText()
  const rest = person.conversations - person.recent.length
  return (
    <Page
      title={person.name}
      about={person.waiting > 0 ? t('people.waitsForUs', { count: person.waiting }) : t('people.nobodyWaits')}
    >
      <section aria-labelledby="accounts" className="flex flex-col gap-2">
        <h2 id="accounts" className="text-lg font-semibold">
          {t('people.accounts')}
        </h2>
        <ul className="flex flex-col gap-1 text-md">
          {person.identities.map((identity) => (
            <li key={identity.id} className="flex flex-wrap gap-x-2">
              {identity.url === null ? (
                <span>{identity.handle}</span>
              ) : (
                <a href={identity.url} target="_blank" rel="noreferrer noopener" className="text-accent-text underline">
                  {identity.handle}
                </a>
              )}
              <span className="text-ink-3">{identity.network}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="talks" className="flex flex-col gap-1">
        <h2 id="talks" className="text-lg font-semibold">
          {t('people.conversations', { count: person.conversations })}
        </h2>
        <ul>
          {person.recent.map((conversation) => (
            <Conversation key={conversation.id} conversation={conversation} />
          ))}
        </ul>
        {rest > 0 && (
          <Link
            to="/inbox/$view"
            params={{ view: 'all' }}
            search={{ person: person.id }}
            className="w-fit py-2 text-md text-accent-text underline"
          >
            {t('people.allConversations', { count: person.conversations })}
          </Link>
        )}
      </section>
    </Page>
  )
}

function Conversation({ conversation }: { conversation: ConversationSummary }) {
  const t = useText()
  return (
    <li className="border-b border-line">
      <Link
        to="/inbox/$view"
        params={{ view: 'all' }}
        search={{ open: conversation.id }}
        className="ring-inside flex flex-wrap items-baseline gap-x-3 gap-y-1 rounded-row px-2 py-2.5 hover:bg-sunken"
      >
        <Chip tone={conversation.turn === 'ours' ? 'accent' : 'plain'}>{t(`people.turn.${conversation.turn}`)}</Chip>
        <span className="line-clamp-1 min-w-40 flex-1 text-sm" dir="auto">
          {conversation.lastMessage?.text}
        </span>
        <span className="text-xs text-ink-3">{conversation.channel.name}</span>
        <Time at={conversation.lastActivityAt} className="text-xs text-ink-3" />
      </Link>
    </li>
  )
}
