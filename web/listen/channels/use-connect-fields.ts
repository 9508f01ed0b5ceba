import { useState } from 'react'
import type { ChannelKind } from '../../../contract/channels.ts'
import { useKeptForm } from '../../live/kept-form.ts'
import { type SettingValues, firstValues, settingsOf } from './setting-values.ts'

interface Kept {
  values: SettingValues
  /** Null until somebody types one; then the account is proposed. */
  name: string | null
  department: string
}

/** What is typed while a channel is being connected. Kept in this browser, but for passwords and tokens. */
export function useConnectFields(kind: ChannelKind) {
  const open = kind.fields.filter((field) => field.kind !== 'secret')
  const secret = kind.fields.filter((field) => field.kind === 'secret')
  const form = useKeptForm<Kept>(`channel.${kind.kind}`, { values: firstValues(open), name: null, department: '' })
  const [secrets, setSecrets] = useState(() => firstValues(secret))
  const values = { ...form.fields.values, ...secrets }
  const { name, department } = form.fields
  const chosenName = (account: string | undefined): string => (name?.trim() || account || kind.label).slice(0, 120)
  const isSecret = (field: string): boolean => secret.some((each) => each.name === field)
  return {
    values,
    name,
    department,
    setName: (next: string) => form.change({ name: next }),
    setDepartment: (next: string) => form.change({ department: next }),
    change: (part: SettingValues) => {
      const entries = Object.entries(part)
      setSecrets({ ...secrets, ...Object.fromEntries(entries.filter(([field]) => isSecret(field))) })
      const rest = Object.fromEntries(entries.filter(([field]) => !isSecret(field)))
      if (Object.keys(rest).length > 0) form.change({ values: { ...form.fields.values, ...rest } })
    },
    body: (account: string | undefined) => ({
      kind: kind.kind,
      name: chosenName(account),
      settings: settingsOf(kind.fields, values),
      department: department === '' ? null : department,
    }),
    signInBody: () => ({ kind: kind.kind, name: chosenName(undefined), settings: settingsOf(open, values) }),
    forget: () => form.forget(),
  }
}
