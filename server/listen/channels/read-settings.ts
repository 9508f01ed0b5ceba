import type { z } from 'zod'
import { refused } from '../../access/problem.ts'
import type { Connector } from '../../connectors/connector.ts'
import type { ChannelParts } from './channel-parts.ts'
import { drawFields } from './draw-fields.ts'

/** The connector of a kind. Refuses a kind that does not exist. */
export function connectorOf(parts: Pick<ChannelParts, 'connectors'>, kind: string): Connector {
  const connector = Object.hasOwn(parts.connectors, kind) ? parts.connectors[kind] : undefined
  if (connector) return connector
  const kinds = Object.keys(parts.connectors).join(', ')
  throw refused('kind', `There is no channel kind “${kind}”. There are: ${kinds}.`, 'unknown_kind')
}

/** Settings as the connector's own schema completes them. Refuses the first that is wrong, by its name. */
export function readSettings(connector: Connector, given: unknown): unknown {
  const parsed = connector.settings.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw refused(`settings.${nameOf(issue)}`, sentenceOf(connector, issue), 'setting_refused')
}

function nameOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys') return issue.keys[0] ?? ''
  return issue?.path.map(String).join('.') ?? ''
}

function sentenceOf(connector: Connector, issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return 'These settings are not complete.'
  if (issue.code === 'unrecognized_keys')
    return `${connector.label} has no setting “${issue.keys[0]}”. It has: ${drawFields(connector)
      .map((field) => field.name)
      .join(', ')}.`
  const label = drawFields(connector).find((field) => field.name === issue.path[0])?.label
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined
  if (isMissing) return `${label ?? 'A setting'} is missing. Fill it in, then try again.`
  const message = issue.message.replace(/\.?$/, '.')
  return label === undefined || !/^[A-Z]/.test(message) ? message : `${label}: ${message}`
}
