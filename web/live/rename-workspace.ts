import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { MeView } from '../../contract/team.ts'
import { call } from './client.ts'
import { meRequest } from './me.ts'
import { keepAnswer } from './request.ts'

/** What is typed as the name of the workspace, and keeping it. */
export function useWorkspaceName(kept: string, onKept: () => void) {
  const [name, setName] = useState(kept)
  const saving = useMutation({
    mutationFn: () => call<MeView>('PATCH', '/workspace', { body: { name } }),
    onSuccess: (me) => {
      keepAnswer(meRequest, undefined, me)
      onKept()
    },
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    saving.mutate()
  }
  return { name, setName, saving, submit }
}
