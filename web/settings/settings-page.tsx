import { Link, getRouteApi } from '@tanstack/react-router'
import { type ComponentType, Suspense, lazy } from 'react'
import { useMe } from '../live/me.ts'
import { useText, withTexts } from '../live/text.ts'
import { Page } from '../ui/page.tsx'
import { SkeletonRows } from '../ui/skeleton-rows.tsx'
import { KeysSection } from './keys-section.tsx'
import { RoutingSection } from './routing-section.tsx'
import { type SettingsSection, rightOfSection, sectionNamed, settingsSections } from './settings-sections.ts'
import { ShelfSection } from './shelf-section.tsx'
import { TeamSection } from './team-section.tsx'
import { YouSection } from './you-section.tsx'

const RefinerSection = lazy(async () => ({
  default: (await withTexts('readingScreens', () => import('./refiner-section.tsx'))).RefinerSection,
}))

const address = getRouteApi('/shell/settings/$section')

const contents: Record<SettingsSection, ComponentType> = {
  you: YouSection,
  team: TeamSection,
  routing: RoutingSection,
  keys: KeysSection,
  refiner: RefinerSection,
  shelf: ShelfSection,
}

/** The settings: one's own, and those of the workspace as far as one may. */
export function SettingsPage() {
  const t = useText()
  const me = useMe()
  const { section: named } = address.useParams()
  if (!me) return <Page title={t('nav.settings')}>{null}</Page>
  const mayOpen = (section: SettingsSection): boolean => {
    const right = rightOfSection[section]
    return right === undefined || me.rights.includes(right)
  }
  const open = sectionNamed(named)
  const section = mayOpen(open) ? open : 'you'
  const Content = contents[section]
  return (
    <Page title={`${t('nav.settings')}: ${t(`settings.${section}`)}`}>
      <nav aria-label={t('nav.settings')} className="-mx-1 flex flex-wrap gap-1">
        {settingsSections.filter(mayOpen).map((each) => (
          <Link
            key={each}
            to="/settings/$section"
            params={{ section: each }}
            aria-current={each === section ? 'page' : undefined}
            className="inline-flex min-h-8 items-center rounded-control px-2.5 text-sm text-ink-2 hover:bg-sunken aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:text-accent-text touch:min-h-11"
          >
            {t(`settings.${each}`)}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<SkeletonRows rows={3} height="44px" />}>
        <Content />
      </Suspense>
    </Page>
  )
}
