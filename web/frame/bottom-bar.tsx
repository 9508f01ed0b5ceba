import { Link } from '@tanstack/react-router'
import { Menu as MenuIcon } from 'lucide-react'
import { useState } from 'react'
import type { MeView } from '../../contract/team.ts'
import { badgeNumber } from '../live/tell-number.ts'
import { useText } from '../live/text.ts'
import { Dialog } from '../ui/dialog.tsx'
import type { NavPlace } from './nav-place.ts'
import { useCountOf } from './nav.tsx'
import { PersonMenu } from './person-menu.tsx'

/** On a phone: the first three places and "More" with all of them. */
export function BottomBar({ me, places }: { me: MeView; places: readonly NavPlace[] }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <nav aria-label={t('nav.label')} className="flex h-14 shrink-0 border-t border-line bg-surface">
        {places.slice(0, 3).map((place) => (
          <BarLink key={place.id} place={place} />
        ))}
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
          className="ring-inside flex flex-1 flex-col items-center justify-center gap-0.5 text-2xs font-medium text-ink-2"
        >
          <MenuIcon size={18} aria-hidden="true" />
          {t('nav.more')}
        </button>
      </nav>
      {open && (
        <Dialog title={me.workspace.name} onClose={() => setOpen(false)}>
          <ul className="flex flex-col">
            {places.map(({ id, path, Icon, label }) => (
              <li key={id}>
                <Link
                  to={path}
                  onClick={() => setOpen(false)}
                  className="flex min-h-11 items-center gap-3 rounded-control px-2 text-md"
                >
                  <Icon size={18} aria-hidden="true" />
                  {t(label)}
                </Link>
              </li>
            ))}
          </ul>
          <div className="mt-2 border-t border-line pt-2">
            <PersonMenu me={me} rail={false} />
          </div>
        </Dialog>
      )}
    </>
  )
}

function BarLink({ place }: { place: NavPlace }) {
  const t = useText()
  const count = useCountOf(place)
  const { Icon } = place
  return (
    <Link
      to={place.path}
      className="ring-inside relative flex flex-1 flex-col items-center justify-center gap-0.5 text-2xs font-medium text-ink-2 data-[status=active]:text-accent-text"
    >
      <Icon size={18} aria-hidden="true" />
      {t(place.label)}
      {count > 0 && (
        <span className="tabular absolute ms-9 -mt-6 rounded-full bg-accent px-1 text-on-accent">
          {badgeNumber(count)}
        </span>
      )}
    </Link>
  )
}
