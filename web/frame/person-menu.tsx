import { useNavigate } from '@tanstack/react-router'
import { Check, LogOut, Settings } from 'lucide-react'
import type { MeView } from '../../contract/team.ts'
import { useCell } from '../live/cell.ts'
import { type Density, type Language, type Theme, look } from '../live/look.ts'
import { keepLook } from '../live/me.ts'
import { signOut } from '../live/sign-out.ts'
import { useText } from '../live/text.ts'
import { showToast } from '../live/toasts.ts'
import { Avatar } from '../ui/avatar.tsx'
import { classNames } from '../ui/class-names.ts'
import { Menu } from '../ui/menu.tsx'
import type { MenuChoice } from '../ui/menu-list.tsx'

const themes: readonly Theme[] = ['light', 'dark', 'system']
const densities: readonly Density[] = ['comfortable', 'compact']
const languages: readonly Language[] = ['en', 'de']

function chosen(is: boolean) {
  return is ? <Check size={14} aria-hidden="true" /> : <span className="inline-block w-3.5" />
}

/** Who is signed in, how the app looks to them, and the way out. */
export function PersonMenu({ me, rail }: { me: MeView; rail: boolean }) {
  const t = useText()
  const now = useCell(look)
  const navigate = useNavigate()
  const choices: MenuChoice[] = [
    {
      id: 'settings',
      label: t('nav.you'),
      icon: <Settings size={14} aria-hidden="true" />,
      run: () => void navigate({ href: '/settings/you' }),
    },
    ...themes.map((theme, index) => ({
      id: `theme-${theme}`,
      begins: index === 0,
      label: t(`look.theme.${theme}`),
      icon: chosen(now.theme === theme),
      run: () => keepLook({ theme }),
    })),
    ...densities.map((density, index) => ({
      id: `density-${density}`,
      begins: index === 0,
      label: t(`look.density.${density}`),
      icon: chosen(now.density === density),
      run: () => keepLook({ density }),
    })),
    ...languages.map((language, index) => ({
      id: `language-${language}`,
      begins: index === 0,
      label: language === 'en' ? 'English' : 'Deutsch',
      icon: chosen(now.language === language),
      run: () => keepLook({ language }),
    })),
    {
      id: 'out',
      begins: true,
      label: t('nav.signOut'),
      icon: <LogOut size={14} aria-hidden="true" />,
      run: () => void signOut().catch(() => showToast(t('nav.signOutFailed'), { tone: 'danger' })),
    },
  ]
  return (
    <Menu label={t('nav.person')} choices={choices}>
      <button
        type="button"
        aria-label={t('nav.personOf', { name: me.colleague.name })}
        className={classNames(
          'flex min-h-9 items-center gap-2 rounded-control text-sm text-ink-2 hover:bg-line/60',
          rail ? 'size-10 justify-center' : 'px-1.5',
        )}
      >
        <Avatar name={me.colleague.name} size="sm" />
        {!rail && <span className="flex-1 truncate text-start">{me.colleague.name}</span>}
      </button>
    </Menu>
  )
}
