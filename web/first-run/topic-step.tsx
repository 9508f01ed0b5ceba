import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TopicView } from '../../contract/topics.ts'
import { call } from '../live/client.ts'
import { useKeptForm } from '../live/kept-form.ts'
import { askAgain, sentenceOf } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { namesIn, queryOfNames } from './query-of-names.ts'

interface TopicStepProps {
  company: string
  made: Pick<TopicView, 'id' | 'name'> | undefined
  onDone: () => void
}

/** The first topic out of a few names. Purpose and agreed action come filled in, to be read and changed. */
export function TopicStep({ company, made, onDone }: TopicStepProps) {
  const t = useText()
  const { fields, change, forget } = useKeptForm('first-topic', {
    names: company,
    purpose: t('first.topic.purpose'),
    action: t('first.topic.action'),
  })
  const query = queryOfNames(fields.names)
  const making = useMutation({
    mutationFn: () => {
      const { purpose, action } = fields
      const name = namesIn(fields.names)[0] ?? company
      return call<TopicView>('POST', '/topics', { body: { name, kind: 'brand', query, purpose, action, on: true } })
    },
    onSuccess: async () => {
      forget()
      await askAgain(new Set(['topic.created']))
      onDone()
    },
  })
  if (made)
    return (
      <p className="text-md">
        <Link to="/topics/$id" params={{ id: made.id }} className="text-accent-text underline">
          {t('first.topic.made', { name: made.name })}
        </Link>
      </p>
    )
  return (
    <form
      className="flex max-w-md flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        making.mutate()
      }}
    >
      <TextArea
        label={t('first.topic.names')}
        required
        value={fields.names}
        placeholder={t('first.topic.placeholder')}
        help={
          query !== '' && (
            <>
              {t('first.topic.query')} <code className="font-mono">{query}</code>
            </>
          )
        }
        onChange={(event) => change({ names: event.target.value })}
      />
      <Field
        label={t('topics.purpose')}
        required
        value={fields.purpose}
        onChange={(event) => change({ purpose: event.target.value })}
      />
      <Field
        label={t('topics.action')}
        required
        value={fields.action}
        onChange={(event) => change({ action: event.target.value })}
      />
      {making.isError && <Banner tone="danger">{sentenceOf(making.error, t('ui.notSaved'))}</Banner>}
      <Button type="submit" tone="main" className="self-start" busy={making.isPending}>
        {t('first.topic.make')}
      </Button>
    </form>
  )
}
