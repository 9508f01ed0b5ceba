import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { invitationMade } from '../../contract/team.ts'
import { call } from '../live/client.ts'
import { Refusal } from '../live/refusal.ts'
import { askAgain, sentenceOf } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { type Bundle, BundleChoice } from './bundle-choice.tsx'

interface InvitationDialogProps {
  departments: readonly { id: string; name: string }[]
  onClose: () => void
}

/** Invites somebody: who, and what they may do. The link is shown once, to be handed over. */
export function InvitationDialog({ departments, onClose }: InvitationDialogProps) {
  const t = useText()
  const [fields, setFields] = useState({ name: '', email: '' })
  const [chosen, setChosen] = useState<{ bundle: Bundle; departmentIds: string[] } | null>(null)
  const grants = chosen ?? { bundle: 'agent', departmentIds: departments.slice(0, 1).map(({ id }) => id) }
  const inviting = useMutation({
    mutationFn: () => call<z.infer<typeof invitationMade>>('POST', '/invitations', { body: { ...fields, ...grants } }),
    onSuccess: () => askAgain(new Set(['invitation.made'])),
  })
  const field = inviting.error instanceof Refusal ? inviting.error.problem.field : undefined
  const sentence = inviting.isError ? sentenceOf(inviting.error, t('ui.notSaved')) : undefined
  const at = (name: string): string | undefined => (field === name ? sentence : undefined)
  const isElsewhere = sentence !== undefined && !['name', 'email', 'departmentIds'].includes(field ?? '')
  if (inviting.data)
    return (
      <Dialog title={t('settings.invited', { name: inviting.data.name })} onClose={onClose}>
        <CopyField
          label={t('settings.invitationLink')}
          value={inviting.data.link}
          help={t('settings.invitationLink.help')}
        />
      </Dialog>
    )
  return (
    <Dialog title={t('settings.invite')} onClose={onClose}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          inviting.mutate()
        }}
      >
        <Field
          label={t('settings.name')}
          required
          maxLength={120}
          value={fields.name}
          error={at('name')}
          onChange={(event) => setFields({ ...fields, name: event.target.value })}
        />
        <Field
          label={t('enter.email')}
          type="email"
          required
          value={fields.email}
          error={at('email')}
          onChange={(event) => setFields({ ...fields, email: event.target.value })}
        />
        <BundleChoice {...grants} departments={departments} onChange={setChosen} error={at('departmentIds')} />
        {isElsewhere && <Banner tone="danger">{sentence}</Banner>}
        <Button type="submit" tone="main" className="self-end" busy={inviting.isPending}>
          {t('settings.makeLink')}
        </Button>
      </form>
    </Dialog>
  )
}
