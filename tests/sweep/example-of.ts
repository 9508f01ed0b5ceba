import { z } from 'zod'

/** A place in JSON that holds an id. */
export type IdPlace = readonly (string | number)[]

type Schema = Record<string, unknown>

/** A body that this schema takes, made from the schema itself; `id` stands wherever an id is asked for. */
export function exampleOf(schema: z.ZodType, id: string, isFull = false): unknown {
  return example(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), { id, isFull })
}

/** Names of the properties a schema knows, for a list of filters. */
export function propertiesOf(schema: z.ZodType): { name: string; takesId: boolean; takesText: boolean }[] {
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return Object.entries(asSchema(described['properties'])).map(([name, property]) => {
    const options = [asSchema(property), ...list(asSchema(property)['anyOf'])]
    return {
      name,
      takesId: options.some((one) => one['format'] === 'uuid'),
      takesText: options.some((one) => one['type'] === 'string' && !one['enum'] && one['format'] !== 'uuid'),
    }
  })
}

/** Every place in a body where `id` stands. */
export function placesOf(body: unknown, id: string, at: IdPlace = []): IdPlace[] {
  if (body === id) return [at]
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([key, inner]) => placesOf(inner, id, [...at, key]))
}

type Making = { id: string; isFull: boolean }

function example(schema: Schema, making: Making): unknown {
  const [option] = [...list(schema['anyOf']), ...list(schema['oneOf'])]
  if (option) return example(option, making)
  if (schema['const'] !== undefined) return schema['const']
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  return byType[String(schema['type'])]?.(schema, making) ?? {}
}

const byType: Record<string, (schema: Schema, making: Making) => unknown> = {
  object: exampleObject,
  array: (schema, making) => (making.isFull ? [example(asSchema(schema['items']), making)] : []),
  string: (schema, { id }) => exampleText(schema, id),
  integer: (schema) => Math.max(1, Number(schema['minimum'] ?? 1)),
  number: (schema) => Math.max(1, Number(schema['minimum'] ?? 1)),
  boolean: () => true,
}

function exampleObject(schema: Schema, making: Making): Record<string, unknown> {
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  const chosen = Object.entries(asSchema(schema['properties'])).filter(
    ([name]) => making.isFull || required.includes(name),
  )
  return Object.fromEntries(chosen.map(([name, property]) => [name, example(asSchema(property), making)]))
}

function exampleText(schema: Schema, id: string): string {
  const byFormat: Record<string, string> = {
    uuid: id,
    email: 'someone@example.org',
    'date-time': '2030-01-01T00:00:00Z',
    uri: 'https://example.org/',
  }
  return byFormat[String(schema['format'])] ?? 'a'.repeat(Math.max(4, Number(schema['minLength'] ?? 0)))
}

function asSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function list(value: unknown): Schema[] {
  return Array.isArray(value) ? value.map(asSchema) : []
}
