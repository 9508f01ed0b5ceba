import type { Tx } from './db/database.ts'
import type { ConversationEvent, EventName, WorkspaceEvent } from './events.ts'

type AnyEvent = ConversationEvent | WorkspaceEvent
type EventCalled<Name extends EventName> = Extract<AnyEvent, { name: Name }>

/** What happened, as a consequence reads it. */
export interface Happened<Name extends EventName = EventName> {
  workspaceId: string
  id: string
  name: Name
  conversationId: string | null
  subjectId: string | null
  by: string | null
  at: Date
  details: EventCalled<Name>['details']
}

/** Something that follows an event. Runs after its commit, at least once: doing it twice must be harmless. */
export interface Consequence {
  of: EventName
  run: (tx: Tx, happened: Happened) => Promise<void>
}

/** Names the event that a consequence follows, and gives it that event's details. */
export function onEvent<Name extends EventName>(
  of: Name,
  run: (tx: Tx, happened: Happened<Name>) => Promise<void>,
): Consequence {
  // Whoever carries consequences out hands each only the events it names.
  return { of, run: (tx, happened) => run(tx, happened as unknown as Happened<Name>) }
}
