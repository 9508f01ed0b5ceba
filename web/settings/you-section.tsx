import { Link } from '@tanstack/react-router'
import { useCell } from '../live/cell.ts'
import { look } from '../live/look.ts'
import { keepLook, useMe } from '../live/me.ts'
import { useText } from '../live/text.ts'
import { Select } from '../ui/select.tsx'
import { PasswordForm } from './password-form.tsx'
import { SettingsBlock } from './settings-block.tsx'
import { WorkspaceName } from './workspace-name.tsx'

const themes = ['light', 'dark', 'system'] as const
const densities = ['comfortable', 'compact'] as const
const languages = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
] as const

/** One's own account, how the app looks, the password. */
export function YouSection() {
  const t = useText()
  const me = useMe()
  const now = useCell(look)
  if (!me) return null
  return (
    <>
      <SettingsBlock title={me.colleague.name} about={me.colleague.email}>
        <div className="grid max-w-2xl gap-4 tablet:grid-cols-3">
          <Select
            label={t('settings.language')}
            value={now.language}
            choices={languages}
            onPick={(picked) => {
              const language = languages.find(({ value }) => value === picked)?.value
              if (language) keepLook({ language })
            }}
          />
          <Select
            label={t('settings.theme')}
            value={now.theme}
            choices={themes.map((value) => ({ value, label: t(`look.theme.${value}`) }))}
            onPick={(picked) => {
              const theme = themes.find((value) => value === picked)
              if (theme) keepLook({ theme })
            }}
          />
          <Select
            label={t('settings.density')}
            value={now.density}
            choices={densities.map((value) => ({ value, label: t(`look.density.${value}`) }))}
            onPick={(picked) => {
              const density = densities.find((value) => value === picked)
              if (density) keepLook({ density })
            }}
          />
        </div>
      </SettingsBlock>
      <PasswordForm email={me.colleague.email} />
      {me.rights.includes('workspace.change') && <WorkspaceName name={me.workspace.name} />}
      {me.rights.includes('topic.change') && (
        <Link to="/first-steps" className="w-fit text-md text-accent-text underline">
          {t('settings.firstSteps')}
        </Link>
      )}
    </>
  )
}
