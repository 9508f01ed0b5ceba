import { useEffect } from 'react'
import type { TopicView } from '../../../contract/topics.ts'
import { useKeptForm } from '../../live/kept-form.ts'
import { useMay } from '../../live/me.ts'
import { useText } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { ExampleBox } from './examples/example-box.tsx'
import { QueryEditor } from './query-editor.tsx'
import { type TopicSaving, useSaveTopic } from './save-topic.ts'
import { TopicButtons } from './topic-buttons.tsx'
import { TopicFacts } from './topic-facts.tsx'
import { type TopicFields, fieldsOf } from './topic-fields.ts'
import { TopicNotices } from './topic-notices.tsx'
import { TopicQuota } from './topic-quota.tsx'
import { TrialPanel } from './trial/trial-panel.tsx'
import { useTrial } from './trial/use-trial.ts'
import { type QueryCheck, useQueryCheck } from './use-query-check.ts'
import { useQueryUndo } from './use-query-undo.ts'

interface TopicFormProps {
  /** The topic as it is kept; none for a new one. */
  base: TopicView | undefined
  ownId: string
  onSaved: (topic: TopicView) => void
  onTouched?: (touched: boolean) => void
  onTakeTheirs?: () => void
}

/** The editor of a topic: what it is for at the top, the query at the left, what it finds at the right. */
export function TopicForm(props: TopicFormProps) {
  const { base } = props
  const t = useText()
  const { form, saving, trial, check, mayChange } = useTopicForm(props)
  const { fields, change } = form
  const onQuery = useQueryUndo(fields.query, (query) => change({ query }))
  const takeTheirs = (): void => {
    form.forget()
    saving.forget()
    props.onTakeTheirs?.()
  }
  return (
    <Page
      wide
      title={base?.name ?? t('topics.new')}
      actions={
        mayChange && (
          <TopicButtons
            topic={base}
            isChanged={form.isChanged}
            isSaving={saving.isSaving}
            onSave={(on) => saving.save({ fields, version: base?.version, ...(on === undefined ? {} : { on }) })}
            onDiscard={() => form.forget()}
            onQuery={(query) => change({ query })}
          />
        )
      }
    >
      <TopicNotices
        saving={saving}
        mayChange={mayChange}
        onMine={() => saving.save({ fields })}
        onTheirs={takeTheirs}
      />
      <TopicFacts fields={fields} change={change} sentenceFor={saving.sentenceFor} readOnly={!mayChange} />
      <div className="grid gap-6 desk:grid-cols-2">
        <QuerySide {...{ base, fields, change, check, saving }} readOnly={!mayChange} />
        {mayChange && <TrialPanel {...{ trial, onQuery }} query={fields.query} tree={check.tree} topicId={base?.id} />}
      </div>
    </Page>
  )
}

interface QuerySideProps {
  base: TopicView | undefined
  fields: TopicFields
  change: (part: Partial<TopicFields>) => void
  check: QueryCheck
  saving: TopicSaving
  readOnly: boolean
}

/** The query, why it changes, what it must find, and how much may come of it. */
function QuerySide({ base, fields, change, check, saving, readOnly }: QuerySideProps) {
  const t = useText()
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <QueryEditor
        query={fields.query}
        onChange={(query) => change({ query })}
        check={check}
        diagnostics={fields.query.trim() === '' ? [] : diagnosticsNow(check, saving)}
        error={saving.problem?.diagnostics ? undefined : saving.sentenceFor('query')}
        readOnly={readOnly}
      />
      {base && fields.query !== base.query && (
        <Field
          label={t('topics.why')}
          value={fields.why}
          maxLength={300}
          placeholder={t('topics.why.placeholder')}
          onChange={(event) => change({ why: event.target.value })}
        />
      )}
      <ExampleBox topicId={base?.id} query={fields.query} readOnly={readOnly} />
      <TopicQuota
        value={fields.dailyQuota}
        onChange={(dailyQuota) => change({ dailyQuota })}
        quota={base?.quota}
        error={saving.sentenceFor('dailyQuota')}
        readOnly={readOnly}
      />
    </div>
  )
}

function useTopicForm({ base, ownId, onSaved, onTouched }: TopicFormProps) {
  const t = useText()
  const mayChange = useMay('topic.change') && (base?.may.change ?? true)
  const form = useKeptForm(`topic.${base?.id ?? 'new'}`, fieldsOf(base, ownId))
  const check = useQueryCheck(form.fields.query)
  const trial = useTrial(form.fields.query, base?.id, mayChange)
  const saving = useSaveTopic(base?.id, (topic) => {
    form.forget(fieldsOf(topic, ownId))
    showToast(t('topics.saved', { name: topic.name }))
    onSaved(topic)
  })
  useEffect(() => onTouched?.(form.isChanged), [onTouched, form.isChanged])
  return { form, saving, trial, check, mayChange }
}

/** Those of the check are about the text as it stands; what the server said at saving fills in until they are there. */
function diagnosticsNow(check: QueryCheck, saving: TopicSaving) {
  return check.isCurrent ? check.diagnostics : (saving.problem?.diagnostics ?? [])
}
