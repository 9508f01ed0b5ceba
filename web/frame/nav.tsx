import { Link } from '@tanstack/react-router'
import { ChevronDown, ChevronRight, PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react'
import type { MeView } from '../../contract/team.ts'
import { cell, useCell } from '../live/cell.ts'
import { look } from '../live/look.ts'
import { keepLook } from '../live/me.ts'
import { type TextKey, useText } from '../live/text.ts'
import { badgeNumber } from '../live/tell-number.ts'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Tip } from '../ui/tip.tsx'
import { Mark } from './mark.tsx'
import type { NavPlace } from './nav-place.ts'
import { NewVersionLine } from './new-version-line.tsx'
import { PersonMenu } from './person-menu.tsx'

interface NavProps {
  me: MeView
  places: readonly NavPlace[]
  rail: boolean
  /** Whether there is room for the wide one. */
  mayWiden: boolean
  onSearch: () => void
}

/** The nav at the left: wide, or a rail of signs. */
export function Nav({ me, places, rail, mayWiden, onSearch }: NavProps) {
  const t = useText()
  const groups = [...new Set(places.map((place) => place.group))]
  return (
    <nav
      aria-label={t('nav.label')}
      className={classNames('flex shrink-0 flex-col gap-3 py-3 ps-2', rail ? 'w-14 items-center' : 'w-52')}
    >
      <div className={classNames('flex items-center gap-2', rail ? 'flex-col' : 'ps-2')}>
        <Mark />
        {!rail && <span className="min-w-0 flex-1 truncate text-md font-semibold">{me.workspace.name}</span>}
        {mayWiden && (
          <IconButton
            label={t(rail ? 'nav.widen' : 'nav.narrow')}
            shortcut="["
            icon={
              rail ? <PanelLeftOpen size={16} aria-hidden="true" /> : <PanelLeftClose size={16} aria-hidden="true" />
            }
            onClick={() => keepLook({ rail: !rail })}
          />
        )}
      </div>
      <SearchButton rail={rail} onSearch={onSearch} />
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto p-0.5">
        {groups
          .filter((group) => group !== null)
          .map((group) => (
            <NavGroup key={group} group={group} places={places.filter((place) => place.group === group)} rail={rail} />
          ))}
      </div>
      <NewVersionLine rail={rail} />
      <div className={classNames('flex gap-1', rail ? 'flex-col items-center' : 'flex-col')}>
        {places
          .filter((place) => place.group === null)
          .map((place) => (
            <NavLink key={place.id} place={place} rail={rail} />
          ))}
        <PersonMenu me={me} rail={rail} />
      </div>
    </nav>
  )
}

function SearchButton({ rail, onSearch }: { rail: boolean; onSearch: () => void }) {
  const t = useText()
  if (rail)
    return (
      <IconButton
        label={t('nav.search')}
        shortcut="mod+k"
        icon={<Search size={16} aria-hidden="true" />}
        onClick={onSearch}
      />
    )
  return (
    <button
      type="button"
      onClick={onSearch}
      aria-keyshortcuts="Control+K"
      className="flex h-control items-center gap-2 rounded-control border border-line bg-surface px-2.5 text-sm text-ink-3 hover:border-line-strong"
    >
      <Search size={14} aria-hidden="true" />
      <span className="flex-1 text-start">{t('nav.search')}</span>
      <Kbd keys="mod+k" />
    </button>
  )
}

function NavGroup({ group, places, rail }: { group: TextKey; places: readonly NavPlace[]; rail: boolean }) {
  const t = useText()
  const { folded } = useCell(look)
  const isFolded = !rail && folded.includes(group)
  const fold = (): void => keepLook({ folded: isFolded ? folded.filter((each) => each !== group) : [...folded, group] })
  return (
    <div className="flex flex-col gap-0.5">
      {rail ? (
        <span className="mx-auto my-1 h-px w-6 bg-line first:hidden" />
      ) : (
        <button
          type="button"
          aria-expanded={!isFolded}
          onClick={fold}
          className="flex h-6 items-center gap-1 rounded-chip px-2 text-2xs font-medium text-ink-3 hover:text-ink"
        >
          <span className="flex-1 text-start">{t(group)}</span>
          {isFolded ? <ChevronRight size={12} aria-hidden="true" /> : <ChevronDown size={12} aria-hidden="true" />}
        </button>
      )}
      {!isFolded && places.map((place) => <NavLink key={place.id} place={place} rail={rail} />)}
    </div>
  )
}

function NavLink({ place, rail }: { place: NavPlace; rail: boolean }) {
  const t = useText()
  const count = useCountOf(place)
  const { Icon } = place
  const link = (
    <Link
      to={place.path}
      aria-label={rail ? t(place.label) : undefined}
      aria-keyshortcuts={place.keys.toUpperCase()}
      className={classNames(
        'relative flex min-h-8 items-center gap-2.5 rounded-control text-sm text-ink-2 hover:bg-line/60 hover:text-ink data-[status=active]:bg-surface data-[status=active]:font-semibold data-[status=active]:text-ink',
        rail ? 'size-10 justify-center' : 'px-2',
      )}
    >
      <Icon size={16} aria-hidden="true" className="shrink-0" />
      {!rail && <span className="flex-1 truncate">{t(place.label)}</span>}
      {count > 0 && !rail && <span className="tabular text-2xs font-medium text-ink-3">{badgeNumber(count)}</span>}
      {count > 0 && rail && <span className="absolute end-1 top-1 size-2 rounded-full bg-accent" />}
    </Link>
  )
  return rail ? (
    <Tip text={t(place.label)} keys={place.keys}>
      {link}
    </Tip>
  ) : (
    link
  )
}

const nothingWaits = cell(0)

/** How many wait there; places that count nothing have none. */
export function useCountOf(place: NavPlace): number {
  return useCell(place.count ?? nothingWaits)
}
