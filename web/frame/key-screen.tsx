import { useState } from 'react'
import { useBoundActions } from '../live/actions.ts'
import { useText } from '../live/text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { fitsWords } from '../ui/option-list.tsx'

const groups = ['everywhere', 'go', 'list', 'conversation', 'composer'] as const

/** All keys that work here, searchable. */
export function KeyScreen({ onClose }: { onClose: () => void }) {
  const t = useText()
  const [text, setText] = useState('')
  const actions = useBoundActions().filter(
    (action) => action.keys?.length && fitsWords(`${t(action.label)} ${action.keys.join(' ')}`, text),
  )
  return (
    <Dialog title={t('keys.title')} onClose={onClose} wide>
      <Field
        label={t('keys.filter')}
        hideLabel
        placeholder={t('keys.filter')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="mt-4 grid gap-6 tablet:grid-cols-2">
        {groups
          .map((group) => ({ group, rows: actions.filter((action) => action.group === group) }))
          .filter(({ rows }) => rows.length > 0)
          .map(({ group, rows }) => (
            <section key={group}>
              <h3 className="mb-1 text-sm font-semibold">{t(`actions.group.${group}`)}</h3>
              <dl>
                {rows.map((action) => (
                  <div key={action.id} className="flex min-h-7 items-center gap-2 border-b border-line text-sm">
                    <dt className="flex-1">{t(action.label)}</dt>
                    <dd className="flex gap-1">
                      {action.keys?.map((keys) => (
                        <span key={keys}>
                          <Kbd keys={keys} />
                          <span className="sr-only">{keys}</span>
                        </span>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Dialog>
  )
}
