import { useMutation } from '@tanstack/react-query'
import type { TopicView } from '../../../contract/topics.ts'
import { call } from '../../live/client.ts'
import { Refusal } from '../../live/refusal.ts'
import { askAgain, keepAnswer, sentenceOf } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { type TopicFields, bodyOf } from './topic-fields.ts'
import { topicRequest } from './topic-requests.ts'

export interface Saving {
  fields: TopicFields
  on?: boolean
  /** The version the change was made on; left out to write over what somebody else did meanwhile. */
  version?: number | undefined
}

export type TopicSaving = ReturnType<typeof useSaveTopic>

/** Saves a topic, a new one where there is no id, and says what is wrong at the field where it is. */
export function useSaveTopic(id: string | undefined, onSaved: (topic: TopicView) => void) {
  const t = useText()
  const saving = useMutation({
    mutationFn: ({ fields, on, version }: Saving) => {
      const body = { ...bodyOf(fields), ...(on === undefined ? {} : { on }) }
      return id === undefined
        ? call<TopicView>('POST', '/topics', { body })
        : call<TopicView>('PATCH', `/topics/${id}`, {
            body: {
              ...body,
              ...(fields.why.trim() === '' ? {} : { why: fields.why }),
              ...(version === undefined ? {} : { version }),
            },
          })
    },
    onSuccess: (topic) => {
      keepAnswer(topicRequest, { id: topic.id }, topic)
      onSaved(topic)
      void askAgain(new Set(['topic.changed']))
    },
  })
  const problem = saving.error instanceof Refusal ? saving.error.problem : undefined
  const sentence = saving.isError ? sentenceOf(saving.error, t('ui.notSaved')) : undefined
  return {
    save: saving.mutate,
    isSaving: saving.isPending,
    problem,
    /** The sentence for a field, or for the whole form where no field is at fault. */
    sentenceFor: (field: string | undefined) => (problem?.field === field ? sentence : undefined),
    forget: saving.reset,
  }
}
