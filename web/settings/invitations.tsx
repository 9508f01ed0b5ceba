import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../live/client.ts'
import { askAgain, sentenceOf, useRequest } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { showToast } from '../live/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Time } from '../ui/time.tsx'
import { InvitationDialog } from './invitation-dialog.tsx'
import { SettingsBlock } from './settings-block.tsx'
import { type InvitationPage, invitationsRequest } from './settings-requests.ts'

/** Who was invited and has not come yet. */
export function Invitations({ departments }: { departments: readonly { id: string; name: string }[] }) {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  const invitations = useRequest(invitationsRequest, undefined).data?.items ?? []
  return (
    <SettingsBlock
      title={t('settings.invitations')}
      about={t('settings.invitations.about')}
      actions={
        <Button tone="main" onClick={() => setIsOpen(true)}>
          {t('settings.invite')}
        </Button>
      }
    >
      {invitations.length === 0 && <p className="text-sm text-ink-2">{t('settings.invitations.none')}</p>}
      <ul className="flex flex-col">
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
      {isOpen && <InvitationDialog departments={departments} onClose={() => setIsOpen(false)} />}
    </SettingsBlock>
  )
}

function InvitationRow({ invitation }: { invitation: InvitationPage['items'][number] }) {
  const t = useText()
  const revoking = useMutation({
    mutationFn: () => call('DELETE', `/invitations/${invitation.id}`),
    onSuccess: () => askAgain(new Set(['invitation.revoked'])),
    onError: (error) => void showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' }),
  })
  return (
    <li className="flex flex-wrap items-center gap-3 border-b border-line py-2.5 text-sm">
      <span className="min-w-40 flex-1">
        <span className="block font-semibold">{invitation.name}</span>
        <span className="block text-xs text-ink-3">{invitation.email}</span>
      </span>
      <span className="text-xs text-ink-2">
        {t('settings.invitedBy', { name: invitation.invitedBy.name })} <Time at={invitation.createdAt} />
      </span>
      <Button busy={revoking.isPending} onClick={() => revoking.mutate()}>
        {t('settings.revoke')}
      </Button>
    </li>
  )
}
