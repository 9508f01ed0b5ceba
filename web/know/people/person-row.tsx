import { Link } from '@tanstack/react-router'
import type { PersonView } from '../../../contract/people.ts'
import { useText } from '../../live/text.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Time } from '../../ui/time.tsx'

/** A person in the list: who they are, and whether somebody owes them a word. */
export function PersonRow({ person }: { person: PersonView }) {
  const t = useText()
  const accounts = person.identities.map(({ handle, network }) => `${handle} · ${network}`).join(', ')
  return (
    <li className="border-b border-line">
      <Link
        to="/people/$id"
        params={{ id: person.id }}
        className="ring-inside flex items-center gap-3 rounded-row px-2 py-2.5 hover:bg-sunken"
      >
        <Avatar name={person.name} />
        <span className="min-w-0 flex-1">
          <span className="block truncate text-sm font-semibold">{person.name}</span>
          <span className="block truncate text-xs text-ink-3">{accounts}</span>
        </span>
        {person.waiting > 0 && <Chip tone="accent">{t('people.waiting', { count: person.waiting })}</Chip>}
        <span className="text-xs whitespace-nowrap text-ink-2 max-tablet:hidden">
          {t('people.conversations', { count: person.conversations })}
        </span>
        {person.lastSpokeAt !== null && (
          <Time at={person.lastSpokeAt} className="w-16 text-end text-2xs text-ink-3 max-tablet:hidden" />
        )}
      </Link>
    </li>
  )
}
