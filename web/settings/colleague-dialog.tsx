import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ColleagueView } from '../../contract/team.ts'
import { call } from '../live/client.ts'
import { useMe } from '../live/me.ts'
import { askAgain, sentenceOf } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { showToast } from '../live/toasts.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { BundleChoice } from './bundle-choice.tsx'

interface ColleagueDialogProps {
  colleague: ColleagueView
  departments: readonly { id: string; name: string }[]
  onClose: () => void
}

/** What a colleague may do, and the end of it: who leaves keeps their name on what they wrote. */
export function ColleagueDialog({ colleague, departments, onClose }: ColleagueDialogProps) {
  const t = useText()
  const isMe = useMe()?.colleague.id === colleague.id
  const [grants, setGrants] = useState({
    bundle: colleague.grants[0]?.bundle ?? ('agent' as const),
    departmentIds: colleague.grants.flatMap((grant) => grant.department?.id ?? []),
  })
  const done = async (): Promise<void> => {
    showToast(t('settings.colleagueSaved', { name: colleague.name }))
    onClose()
    await askAgain(new Set(['colleague.changed']))
  }
  const saving = useMutation({
    mutationFn: () => call('PUT', `/colleagues/${colleague.id}/grants`, { body: grants }),
    onSuccess: done,
  })
  const leaving = useMutation({
    mutationFn: () => call('DELETE', `/colleagues/${colleague.id}`),
    onSuccess: done,
  })
  const failed = [saving, leaving].find((each) => each.isError)
  return (
    <Dialog
      title={colleague.name}
      onClose={onClose}
      foot={
        <>
          {!isMe && (
            <Button tone="danger" busy={leaving.isPending} onClick={() => leaving.mutate()} className="me-auto">
              {t('settings.endAccess', { name: colleague.name })}
            </Button>
          )}
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button tone="main" busy={saving.isPending} onClick={() => saving.mutate()}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <BundleChoice {...grants} departments={departments} onChange={setGrants} />
        {!isMe && <p className="text-sm text-ink-2">{t('settings.endAccess.means')}</p>}
        {failed && <Banner tone="danger">{sentenceOf(failed.error, t('ui.notSaved'))}</Banner>}
      </div>
    </Dialog>
  )
}
