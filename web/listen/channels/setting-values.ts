import type { SettingField } from './channel-requests.ts'

/** What is typed into a form of settings: one value a field, lines as one text. */
export type SettingValues = Record<string, string | boolean>

/** The values a form starts with: what is kept, else what the connector begins with. Secrets always start empty. */
export function firstValues(fields: readonly SettingField[], kept: Record<string, unknown> = {}): SettingValues {
  return Object.fromEntries(fields.map((field) => [field.name, firstValue(field, kept[field.name] ?? field.initial)]))
}

function firstValue(field: SettingField, value: unknown): string | boolean {
  if (field.kind === 'switch') return value === true
  if (field.kind === 'secret') return ''
  if (field.kind === 'lines') return Array.isArray(value) ? value.join('\n') : ''
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The settings as the API takes them. An empty text is left out, so that the connector's own beginning holds. */
export function settingsOf(fields: readonly SettingField[], values: SettingValues): Record<string, unknown> {
  const settings: Record<string, unknown> = {}
  for (const field of fields) {
    const value = values[field.name]
    if (typeof value === 'boolean') settings[field.name] = value
    else if (field.kind === 'lines') settings[field.name] = linesOf(value ?? '')
    else if (value !== undefined && value.trim() !== '')
      settings[field.name] = field.kind === 'number' ? Number(value) : value.trim()
  }
  return settings
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
}
