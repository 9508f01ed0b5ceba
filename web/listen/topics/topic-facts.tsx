import { useRequest } from '../../live/request.ts'
import { colleaguesRequest, departmentsRequest } from '../../live/team-requests.ts'
import { useText } from '../../live/text.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import type { TopicFields } from './topic-fields.ts'
import { topicKinds } from './topic-kinds.ts'

interface TopicFactsProps {
  fields: TopicFields
  change: (part: Partial<TopicFields>) => void
  sentenceFor: (field: string) => string | undefined
  readOnly: boolean
}

/** What a topic is called, what it is for, who owns it and what we do when something is found. */
export function TopicFacts({ fields, change, sentenceFor, readOnly }: TopicFactsProps) {
  const t = useText()
  const colleagues = useRequest(colleaguesRequest, undefined).data?.items ?? []
  const departments = useRequest(departmentsRequest, undefined).data?.items ?? []
  const owners = colleagues.filter((each) => each.leftAt === null || each.id === fields.ownerId)
  return (
    <div className="grid gap-4 tablet:grid-cols-2 desk:grid-cols-4">
      <Field
        label={t('topics.name')}
        value={fields.name}
        readOnly={readOnly}
        maxLength={120}
        placeholder={t('topics.name.placeholder')}
        error={sentenceFor('name')}
        onChange={(event) => change({ name: event.target.value })}
      />
      <Select
        label={t('topics.kind')}
        value={fields.kind}
        disabled={readOnly}
        choices={topicKinds.map((kind) => ({ value: kind, label: t(`topics.kind.${kind}`) }))}
        onPick={(picked) => {
          const kind = topicKinds.find((each) => each === picked)
          if (kind) change({ kind })
        }}
      />
      <Select
        label={t('topics.owner')}
        value={fields.ownerId}
        disabled={readOnly}
        error={sentenceFor('ownerId')}
        choices={[
          ...(fields.ownerId === '' ? [{ value: '', label: t('ui.nobody') }] : []),
          ...owners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onPick={(ownerId) => change({ ownerId })}
      />
      <Select
        label={t('topics.department')}
        value={fields.department}
        disabled={readOnly}
        error={sentenceFor('department')}
        choices={[
          { value: '', label: t('topics.department.none') },
          ...departments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onPick={(department) => change({ department })}
      />
      <TextArea
        label={t('topics.purpose')}
        rows={2}
        className="desk:col-span-2"
        value={fields.purpose}
        readOnly={readOnly}
        placeholder={t('topics.purpose.placeholder')}
        error={sentenceFor('purpose')}
        onChange={(event) => change({ purpose: event.target.value })}
      />
      <TextArea
        label={t('topics.action')}
        rows={2}
        className="desk:col-span-2"
        value={fields.action}
        readOnly={readOnly}
        placeholder={t('topics.action.placeholder')}
        error={sentenceFor('action')}
        onChange={(event) => change({ action: event.target.value })}
      />
    </div>
  )
}
