import { useState } from 'react'
import { useCell } from '../live/cell.ts'
import { language, useText } from '../live/text.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { languageCodes } from './language-codes.ts'
import { labelText } from './reading-words.ts'

/** Says in which language something is: one of the usual ones, or its letters. */
export function FixLanguage({ onSay }: { onSay: (code: string) => void }) {
  const t = useText()
  const locale = useCell(language)
  const [code, setCode] = useState('')
  const isCode = /^[a-z]{2,3}$/.test(code)
  return (
    <form
      className="flex items-end gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        if (isCode) onSay(code)
      }}
    >
      <Field
        label={t('reading.fixLanguage')}
        hideLabel
        list="usual-languages"
        className="w-24"
        maxLength={3}
        placeholder="de"
        title={t('reading.fixLanguageHelp')}
        value={code}
        onChange={(event) => setCode(event.target.value.toLowerCase())}
      />
      <datalist id="usual-languages">
        {languageCodes.map((each) => (
          <option key={each} value={each}>
            {labelText('language', each, locale)}
          </option>
        ))}
      </datalist>
      <Button small type="submit" disabled={!isCode} title={isCode ? undefined : t('reading.fixLanguageHelp')}>
        {t('reading.set')}
      </Button>
    </form>
  )
}
