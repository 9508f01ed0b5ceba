import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { readerNames } from '../../contract/reader-kinds.ts'
import type { RefinerView } from '../../contract/refiner.ts'
import { call } from '../live/client.ts'
import { keepAnswer, sentenceOf } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { showToast } from '../live/toasts.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Switch } from '../ui/switch.tsx'
import { bodyOf, draftOf, type RefinerDraft } from './refiner-draft.ts'
import { RefinerTrial } from './refiner-trial.tsx'
import { refinerRequest } from './settings-requests.ts'

const refinable = readerNames.filter((name) => name !== 'language')

/** Where the refiner is, what it is asked about, and how much of a day. */
export function RefinerForm({ refiner }: { refiner: RefinerView }) {
  const t = useText()
  const [draft, setDraft] = useState(() => draftOf(refiner))
  const set = (change: Partial<RefinerDraft>): void => setDraft((before) => ({ ...before, ...change }))
  const saving = useMutation({
    mutationFn: () => call<RefinerView>('PUT', '/refiner', { body: bodyOf(draft) }),
    onSuccess: (saved) => {
      keepAnswer(refinerRequest, undefined, saved)
      showToast(t('refiner.saved'))
    },
  })
  return (
    <form
      className="flex max-w-xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <div>
        <Switch label={t('refiner.on')} on={draft.on} onChange={(on) => set({ on })} />
        <p className="text-xs text-ink-3">{t('refiner.onNote')}</p>
      </div>
      <Where draft={draft} set={set} hasKey={refiner.hasKey} />
      <HowMuch draft={draft} set={set} />
      {saving.isError && <Banner tone="danger">{sentenceOf(saving.error, t('ui.notSaved'))}</Banner>}
      <Button type="submit" tone="main" className="self-start" busy={saving.isPending}>
        {t('ui.save')}
      </Button>
      <RefinerTrial draft={draft} />
    </form>
  )
}

interface PartProps {
  draft: RefinerDraft
  set: (change: Partial<RefinerDraft>) => void
}

function Where({ draft, set, hasKey }: PartProps & { hasKey: boolean }) {
  const t = useText()
  return (
    <>
      <Field
        label={t('refiner.address')}
        help={t('refiner.addressHelp')}
        type="url"
        required
        maxLength={300}
        placeholder="https://api.example.org/v1"
        value={draft.address}
        onChange={(event) => set({ address: event.target.value })}
      />
      <Field
        label={t('refiner.model')}
        required
        maxLength={120}
        value={draft.model}
        onChange={(event) => set({ model: event.target.value })}
      />
      <Field
        label={t('refiner.key')}
        help={t(hasKey ? 'refiner.keyKept' : 'refiner.keyNone')}
        type="password"
        autoComplete="off"
        maxLength={500}
        value={draft.key}
        onChange={(event) => set({ key: event.target.value })}
      />
    </>
  )
}

function HowMuch({ draft, set }: PartProps) {
  const t = useText()
  return (
    <>
      <Field
        label={t('refiner.share')}
        type="number"
        required
        min={0.1}
        max={50}
        step={0.1}
        value={draft.percent}
        onChange={(event) => set({ percent: event.target.value })}
      />
      <Field
        label={t('refiner.most')}
        type="number"
        required
        min={1}
        max={10_000}
        value={draft.most}
        onChange={(event) => set({ most: event.target.value })}
      />
      <fieldset className="flex flex-col gap-1">
        <legend className="text-sm font-semibold">{t('refiner.readers')}</legend>
        <div className="flex flex-wrap gap-x-4">
          {refinable.map((name) => (
            <label key={name} className="inline-flex min-h-8 items-center gap-2 text-sm touch:min-h-11">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={draft.readers.includes(name)}
                onChange={(event) =>
                  set({
                    readers: event.target.checked
                      ? [...draft.readers, name]
                      : draft.readers.filter((each) => each !== name),
                  })
                }
              />
              {t(`reading.of.${name}`)}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  )
}
