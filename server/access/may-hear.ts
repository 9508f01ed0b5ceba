import type { RightName } from '../../contract/team.ts'
import { mayReadConversation, mayReadTopic } from './filters.ts'
import type { Who } from './who.ts'

/** An event with where the things it is about lie now. */
export interface PlacedEvent {
  name: string
  conversation: { departmentId: string | null; assigneeId: string | null } | null
  /** Where a conversation that was just handed on lay before: whoever had it must hear that it is gone. */
  cameFrom: { departmentId: string | null; assigneeId: string | null } | null
  topic: { departmentId: string | null } | null
}

/** The right that what is no conversation asks for, by the first word of an event's name. */
const rightFor: Record<string, RightName | 'colleague'> = {
  topic: 'topic.read',
  channel: 'channel.read',
  post: 'topic.read',
  rule: 'rule.read',
  reading: 'conversation.read',
  colleague: 'team.read',
  department: 'colleague',
  workspace: 'colleague',
  invitation: 'team.change',
  key: 'key.change',
}

/** Whether this person may hear of it: the same rights as for reading the thing. What is not known here is not told. */
export function mayHear(who: Who, event: PlacedEvent): boolean {
  if (event.conversation) {
    const places = event.cameFrom ? [event.conversation, event.cameFrom] : [event.conversation]
    return places.some((place) => mayReadConversation(who, place))
  }
  const right = rightFor[event.name.split('.')[0] ?? '']
  if (right === undefined || (right !== 'colleague' && !who.rights.has(right))) return false
  return event.topic ? mayReadTopic(who, event.topic.departmentId) : true
}
