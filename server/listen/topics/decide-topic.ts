import { refused, Problem } from '../../access/problem.ts'
import type { CheckedQuery } from './check-query.ts'

export interface WantedTopic {
  name: string
  query: string
  purpose: string
  action: string
  ownerId: string | null
  on: boolean
}

/**
 * Refuses a topic that cannot be kept as it is wanted. A query with a mistake is refused in any case; purpose, owner,
 * agreed action and the query itself may be missing only while the topic is switched off.
 */
export function refuseUnfinished(topic: WantedTopic, checked: CheckedQuery): void {
  if (topic.query.trim() !== '' && !checked.ok) {
    const first = checked.diagnostics.find((diagnostic) => diagnostic.severity === 'error')
    const where = first ? ` Line ${first.line}, column ${first.column}: ${first.message}` : ''
    const message = `The query of “${topic.name}” cannot be used as it stands.${where}`
    throw new Problem(422, 'query_refused', message, { field: 'query', diagnostics: checked.diagnostics })
  }
  if (!topic.on) return
  for (const { field, missing, message } of needed(topic))
    if (missing) throw refused(field, message, 'topic_unfinished')
}

function needed(topic: WantedTopic) {
  return [
    {
      field: 'query',
      missing: topic.query.trim() === '',
      message: 'A topic without a query finds nothing. Write what to listen for, then switch it on.',
    },
    {
      field: 'purpose',
      missing: topic.purpose === '',
      message:
        'Say what this topic is for. A topic is switched on once it has a purpose, an owner and an agreed action.',
    },
    {
      field: 'action',
      missing: topic.action === '',
      message:
        'Say what you do when something is found. A topic is switched on once it has a purpose, an owner and an agreed action.',
    },
    {
      field: 'ownerId',
      missing: topic.ownerId === null,
      message: 'Say who owns this topic. A topic is switched on once it has a purpose, an owner and an agreed action.',
    },
  ]
}
