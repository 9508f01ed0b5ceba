import { useText } from '../../live/text.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import type { SettingField } from './channel-requests.ts'
import type { SettingValues } from './setting-values.ts'

interface SettingFieldsProps {
  fields: readonly SettingField[]
  values: SettingValues
  change: (part: SettingValues) => void
  /** The sentence for a setting, by its name. */
  sentenceFor: (name: string) => string | undefined
  /** A channel that exists keeps its secrets where nothing is typed. */
  isConnected?: boolean
}

/** The form of a channel kind, drawn from what the network needs. */
export function SettingFields({ fields, values, change, sentenceFor, isConnected }: SettingFieldsProps) {
  return (
    <>
      {fields.map((field) => (
        <OneSetting
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          onChange={(value) => change({ [field.name]: value })}
          error={sentenceFor(field.name)}
          isConnected={isConnected ?? false}
        />
      ))}
    </>
  )
}

interface OneSettingProps {
  field: SettingField
  value: string | boolean
  onChange: (value: string | boolean) => void
  error: string | undefined
  isConnected: boolean
}

function OneSetting({ field, value, onChange, error, isConnected }: OneSettingProps) {
  const t = useText()
  const { label, help, placeholder } = field
  if (typeof value === 'boolean')
    return (
      <div className="flex flex-col gap-0.5">
        <Switch label={label} on={value} onChange={onChange} />
        {help !== '' && <p className="ps-11 text-xs text-ink-3">{help}</p>}
      </div>
    )
  const shared = { label, help, placeholder, error, value }
  if (field.kind === 'choice') return <Select {...shared} choices={field.choices} onPick={onChange} />
  if (field.kind === 'lines' || field.kind === 'paragraph')
    return <TextArea {...shared} rows={2} onChange={(event) => onChange(event.target.value)} />
  const isSecret = field.kind === 'secret'
  return (
    <Field
      {...shared}
      type={isSecret ? 'password' : field.kind === 'number' ? 'number' : 'text'}
      inputMode={field.kind === 'url' ? 'url' : undefined}
      autoComplete={isSecret ? 'new-password' : 'off'}
      spellCheck={false}
      placeholder={isSecret && isConnected ? t('channels.secretKept') : placeholder}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
