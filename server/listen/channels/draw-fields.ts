import { z } from 'zod'
import type { settingField } from '../../../contract/channels.ts'
import type { Connector } from '../../connectors/connector.ts'

export type SettingField = z.infer<typeof settingField>

/** What a connector says about one of its settings; the rest is read off the schema. */
const described = z.object({
  type: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.string()).optional(),
  anyOf: z.array(z.object({ format: z.string().optional() })).optional(),
  default: z.unknown().optional(),
  label: z.string().optional(),
  help: z.string().default(''),
  placeholder: z.string().default(''),
  secret: z.boolean().default(false),
  made: z.boolean().default(false),
  multiline: z.boolean().default(false),
  /** How the values of a choice read. */
  choices: z.record(z.string(), z.string()).default({}),
})
const drawn = z.object({ properties: z.record(z.string(), described), required: z.array(z.string()).default([]) })

type Described = z.infer<typeof described>

/** The form of a channel kind, drawn from the schema of its settings. What we fill ourselves is not asked. */
export function drawFields(connector: Pick<Connector, 'settings'>): SettingField[] {
  const { properties, required } = readSchema(connector)
  return Object.entries(properties)
    .filter(([, field]) => !field.made)
    .map(([name, field]) => ({
      name,
      label: field.label ?? name,
      help: field.help,
      placeholder: field.placeholder,
      kind: kindOf(field),
      choices: (field.enum ?? []).map((value) => ({ value, label: field.choices[value] ?? value })),
      required: required.includes(name),
      initial: field.default ?? null,
    }))
}

/** Settings that never leave the server: passwords and tokens, and what we made ourselves. */
export function hiddenNames(connector: Pick<Connector, 'settings'>): Set<string> {
  const { properties } = readSchema(connector)
  return new Set(Object.entries(properties).flatMap(([name, field]) => (field.secret || field.made ? [name] : [])))
}

/** Whether a setting of this name is ours to fill. */
export function isMade(connector: Pick<Connector, 'settings'>, name: string): boolean {
  return readSchema(connector).properties[name]?.made ?? false
}

function readSchema(connector: Pick<Connector, 'settings'>): z.infer<typeof drawn> {
  return drawn.parse(z.toJSONSchema(connector.settings, { io: 'input', unrepresentable: 'any' }))
}

function kindOf(field: Described): SettingField['kind'] {
  if (field.secret) return 'secret'
  if (field.enum) return 'choice'
  if (field.type === 'boolean') return 'switch'
  if (field.type === 'array') return 'lines'
  if (field.type === 'number' || field.type === 'integer') return 'number'
  if (field.multiline) return 'paragraph'
  const isUrl = field.format === 'uri' || field.anyOf?.some((branch) => branch.format === 'uri')
  return isUrl ? 'url' : 'text'
}
