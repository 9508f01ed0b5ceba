import { useMutation } from '@tanstack/react-query'
import type { ListView } from '../../../contract/lists.ts'
import { call } from '../../live/client.ts'
import { Refusal } from '../../live/refusal.ts'
import { askAgain, keepAnswer, sentenceOf } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import type { ListFields } from './list-fields.ts'
import { listRequest } from './list-requests.ts'

export type ListSaving = ReturnType<typeof useSaveList>

/** Saves a list, a new one where there is none, and says what is wrong at the field where it is. */
export function useSaveList(list: ListView | undefined, onSaved: (list: ListView) => void) {
  const t = useText()
  const saving = useMutation({
    mutationFn: ({ fields, over }: { fields: ListFields; over: boolean }) => send(list, fields, over),
    onSuccess: (saved) => {
      keepAnswer(listRequest, { id: saved.id }, saved)
      onSaved(saved)
      void askAgain(new Set(['list.changed']))
    },
  })
  const problem = saving.error instanceof Refusal ? saving.error.problem : undefined
  const sentence = saving.isError ? sentenceOf(saving.error, t('ui.notSaved')) : undefined
  return {
    /** `over`: also over what somebody else did meanwhile. */
    save: (fields: ListFields, over = false) => saving.mutate({ fields, over }),
    isSaving: saving.isPending,
    sentenceFor: (field: string | undefined) => (problem?.field === field ? sentence : undefined),
  }
}

/** Empty lines go along, so that a wrong line is named by the number it has on screen. */
function send(list: ListView | undefined, { name, kind, entries }: ListFields, over: boolean): Promise<ListView> {
  const body = { name, entries: entries.split('\n') }
  if (!list) return call('POST', '/lists', { body: { ...body, kind } })
  return call('PATCH', `/lists/${list.id}`, { body: over ? body : { ...body, version: list.version } })
}
