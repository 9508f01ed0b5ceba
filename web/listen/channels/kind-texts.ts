import type { ChannelKind } from '../../../contract/channels.ts'
import { textOr } from '../../live/text.ts'
import type { SettingField } from './channel-requests.ts'

/** A channel kind with its texts in the chosen language, where there are some; else as the network's own code says it. */
export function inOurWords(kind: ChannelKind): ChannelKind {
  const name = `network.${kind.kind}`
  return {
    ...kind,
    label: textOr(`${name}.label`, kind.label),
    about: textOr(`${name}.about`, kind.about),
    fields: kind.fields.map((field) => fieldInOurWords(field, `${name}.${field.name}`)),
  }
}

function fieldInOurWords(field: SettingField, name: string): SettingField {
  return {
    ...field,
    label: textOr(`${name}.label`, field.label),
    help: textOr(`${name}.help`, field.help),
    choices: field.choices.map(({ value, label }) => ({ value, label: textOr(`${name}.${value}`, label) })),
  }
}
