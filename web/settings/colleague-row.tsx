import { useState } from 'react'
import type { ColleagueView } from '../../contract/team.ts'
import { useText } from '../live/text.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { ColleagueDialog } from './colleague-dialog.tsx'

interface ColleagueRowProps {
  colleague: ColleagueView
  departments: readonly { id: string; name: string }[]
  mayChange: boolean
}

/** One of our own people, and what they may do. */
export function ColleagueRow({ colleague, departments, mayChange }: ColleagueRowProps) {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <li className="flex flex-wrap items-center gap-3 border-b border-line py-2.5">
      <Avatar name={colleague.name} />
      <span className="min-w-40 flex-1">
        <span className="block text-sm font-semibold">{colleague.name}</span>
        <span className="block text-xs text-ink-3">{colleague.email}</span>
      </span>
      <span className="flex flex-wrap gap-1">
        {colleague.leftAt !== null && <Chip>{t('settings.left')}</Chip>}
        {colleague.grants.map((grant) => (
          <Chip key={grant.id}>
            {grant.department
              ? t('settings.grantIn', {
                  bundle: t(`settings.bundle.${grant.bundle}`),
                  department: grant.department.name,
                })
              : t(`settings.bundle.${grant.bundle}`)}
          </Chip>
        ))}
      </span>
      {mayChange && colleague.leftAt === null && (
        <Button onClick={() => setIsOpen(true)} aria-label={t('settings.changeOf', { name: colleague.name })}>
          {t('ui.change')}
        </Button>
      )}
      {isOpen && <ColleagueDialog colleague={colleague} departments={departments} onClose={() => setIsOpen(false)} />}
    </li>
  )
}
