import { Link } from '@tanstack/react-router'
import type { ListView } from '../../../contract/lists.ts'
import { useActions } from '../../live/actions.ts'
import { useKeptForm } from '../../live/kept-form.ts'
import { useMay } from '../../live/me.ts'
import { useText } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { RemoveList } from './remove-list.tsx'
import { type ListFields, fieldsOf, linesOf, listKinds } from './list-fields.ts'
import { type ListSaving, useSaveList } from './save-list.ts'

interface ListFormProps {
  /** None for a new one. */
  list: ListView | undefined
  onSaved: (list: ListView) => void
}

/** A list: its name and its entries, one a line. */
export function ListForm({ list, onSaved }: ListFormProps) {
  const t = useText()
  const mayChange = useMay('topic.change') && (list?.may.change ?? true)
  const { fields, change, forget, isChanged } = useKeptForm<ListFields>(`list.${list?.id ?? 'new'}`, fieldsOf(list))
  const saving = useSaveList(list, (saved) => {
    forget(fieldsOf(saved))
    showToast(t('lists.saved', { name: saved.name }))
    onSaved(saved)
  })
  const save = (): void => saving.save(fields)
  useActions([{ id: 'save-list', label: 'ui.save', group: 'list', keys: ['mod+enter'], inFields: true, run: save }])
  return (
    <Page
      title={list?.name ?? t('lists.new')}
      about={<UsedBy list={list} />}
      actions={
        mayChange && (
          <ListButtons
            list={list}
            isChanged={isChanged}
            isSaving={saving.isSaving}
            onSave={save}
            onDiscard={() => forget()}
          />
        )
      }
    >
      <Link to="/lists" className="w-fit text-sm text-accent-text underline">
        {t('lists.title')}
      </Link>
      {!mayChange && <Banner>{t('topics.mayNotChange')}</Banner>}
      <ListNotices saving={saving} onMine={() => saving.save(fields, true)} />
      <ListFacts {...{ list, fields, change, saving, mayChange }} />
    </Page>
  )
}

interface ListButtonsProps {
  list: ListView | undefined
  isChanged: boolean
  isSaving: boolean
  onSave: () => void
  onDiscard: () => void
}

function ListButtons({ list, isChanged, isSaving, onSave, onDiscard }: ListButtonsProps) {
  const t = useText()
  return (
    <>
      {list && <RemoveList list={list} />}
      {isChanged && list && (
        <Button tone="quiet" onClick={onDiscard}>
          {t('topics.discard')}
        </Button>
      )}
      <Button tone="main" shortcut="mod+enter" busy={isSaving} onClick={onSave}>
        {t(isSaving ? 'ui.saving' : 'ui.save')}
      </Button>
    </>
  )
}

interface ListFactsProps {
  list: ListView | undefined
  fields: ListFields
  change: (part: Partial<ListFields>) => void
  saving: ListSaving
  mayChange: boolean
}

function ListFacts({ list, fields, change, saving, mayChange }: ListFactsProps) {
  const t = useText()
  return (
    <>
      <div className="grid gap-4 tablet:grid-cols-2">
        <Field
          label={t('topics.name')}
          value={fields.name}
          readOnly={!mayChange}
          maxLength={120}
          error={saving.sentenceFor('name')}
          help={t('lists.name.help', { name: fields.name.trim() || t('lists.name.example') })}
          onChange={(event) => change({ name: event.target.value })}
        />
        <Select
          label={t('topics.kind')}
          value={fields.kind}
          disabled={list !== undefined || !mayChange}
          choices={listKinds.map((kind) => ({ value: kind, label: t(`lists.kind.${kind}`) }))}
          onPick={(picked) => {
            const kind = listKinds.find((each) => each === picked)
            if (kind) change({ kind })
          }}
        />
      </div>
      <TextArea
        label={t('lists.lines')}
        rows={10}
        className="[&>textarea]:min-h-60 [&>textarea]:font-mono"
        value={fields.entries}
        readOnly={!mayChange}
        spellCheck={false}
        placeholder={t(`lists.lines.${fields.kind}`)}
        error={saving.sentenceFor('entries')}
        help={t('lists.entries', { count: linesOf(fields.entries).length })}
        onChange={(event) => change({ entries: event.target.value })}
      />
    </>
  )
}

function ListNotices({ saving, onMine }: { saving: ListSaving; onMine: () => void }) {
  const t = useText()
  const sentence = saving.sentenceFor(undefined)
  const meanwhile = saving.sentenceFor('version')
  return (
    <>
      {sentence !== undefined && <Banner tone="danger">{sentence}</Banner>}
      {meanwhile !== undefined && (
        <Banner tone="warn" action={<Button onClick={onMine}>{t('topics.useMine')}</Button>}>
          {meanwhile}
        </Banner>
      )}
    </>
  )
}

function UsedBy({ list }: { list: ListView | undefined }) {
  const t = useText()
  if (!list) return t('lists.about')
  if (list.usedBy.length === 0) return t('lists.unused')
  return (
    <span className="flex flex-wrap gap-x-2">
      {t('lists.usedIn')}
      {list.usedBy.map(({ id, name }) => (
        <Link key={id} to="/topics/$id" params={{ id }} className="text-accent-text underline">
          {name}
        </Link>
      ))}
    </span>
  )
}
