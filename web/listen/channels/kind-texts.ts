import type { ChannelKind } from '../../../contract/channels.ts'
import { language, textOr } from '../../live/text.ts'
import type { SettingField } from './channel-requests.ts'

/** A channel kind with its texts in the chosen language, where there are some; else as the network's own code says it. */
export function inOurWords(kind: ChannelKind): ChannelKind {
  const own = kind.texts[language.get()] ?? {}
  const say: Say = (name, otherwise) => own[name] ?? textOr(`network.${kind.kind}.${name}`, otherwise)
  return {
    ...kind,
    label: say('label', kind.label),
    about: say('about', kind.about),
    fields: kind.fields.map((field) => fieldInOurWords(field, say)),
  }
}

type Say = (name: string, otherwise: string) => string

function fieldInOurWords(field: SettingField, say: Say): SettingField {
  const { name } = field
  return {
    ...field,
    label: say(`${name}.label`, field.label),
    help: say(`${name}.help`, field.help),
    choices: field.choices.map(({ value, label }) => ({ value, label: say(`${name}.${value}`, label) })),
  }
}
