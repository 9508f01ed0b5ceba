import type { RuleView } from '../../contract/rules.ts'

/** A rule as it is being written; '' is "any" or "nobody". */
export interface RuleFieldValues {
  topic: string
  channel: string
  sentiment: string
  words: string
  department: string
  assigneeId: string
}

const empty: RuleFieldValues = { topic: '', channel: '', sentiment: '', words: '', department: '', assigneeId: '' }

export function fieldsOfRule(rule: RuleView | undefined): RuleFieldValues {
  if (!rule) return empty
  return {
    topic: rule.topic?.id ?? '',
    channel: rule.channel?.id ?? '',
    sentiment: rule.sentiment ?? '',
    words: rule.words ?? '',
    department: rule.department.id,
    assigneeId: rule.assignee?.id ?? '',
  }
}

/** The fields as the API takes them; what is not asked for is null. */
export function bodyOfRule(fields: RuleFieldValues): Record<keyof RuleFieldValues, string | null> {
  return {
    topic: orNull(fields.topic),
    channel: orNull(fields.channel),
    sentiment: orNull(fields.sentiment),
    words: orNull(fields.words),
    department: fields.department,
    assigneeId: orNull(fields.assigneeId),
  }
}

function orNull(value: string): string | null {
  return value.trim() === '' ? null : value.trim()
}
