import { type Turn, turns } from './turn.ts'

/** An event of a conversation as far as its turn follows from it. */
export interface TurnEvent {
  name: string
  details: { turn?: unknown; messageId?: unknown }
}

/** Their words, as the reader of endings understood them: `thanks` alone says that it is over. */
export type Closing = 'thanks' | 'still_failing' | null

/**
 * Whose turn it is after the customer wrote. A thank-you leaves an ended conversation ended; every other word of theirs
 * brings it to us, from wherever it was.
 */
export function turnWhenTheyWrite(turn: Turn, closing: Closing): Turn {
  return turn === 'ended' && closing === 'thanks' ? 'ended' : 'ours'
}

/** Whose turn it is after we wrote: the customer alone ends a conversation and brings an ended one back. */
export function turnWhenWeWrite(turn: Turn, wished: 'ours' | 'theirs' = 'theirs'): Turn {
  return turn === 'ended' ? 'ended' : wished
}

/** Whose turn it is once this happened; most events leave it as it is. */
export function turnAfterEvent(turn: Turn, event: TurnEvent): Turn {
  switch (event.name) {
    case 'conversation.opened':
      return 'ours'
    case 'conversation.set_aside':
      return 'set_aside'
    case 'conversation.rested':
      return 'resting'
    case 'conversation.ended':
      return 'ended'
    case 'conversation.brought_back':
    case 'conversation.turn_changed':
    case 'message.received':
    case 'reply.queued':
    case 'reply.taken_back':
    case 'reply.heard':
      return turns.find((one) => one === event.details.turn) ?? turn
    default:
      return turn
  }
}

/** Rebuilds the turn from a conversation's history, oldest event first. */
export function turnAfter(events: readonly TurnEvent[]): Turn {
  return events.reduce<Turn>(turnAfterEvent, 'ours')
}

/** Whether this is where a reply of ours was handed to the outbox. */
export function isQueuing(event: TurnEvent, messageId: string): boolean {
  return event.name === 'reply.queued' && event.details.messageId === messageId
}

/** The turn as it would be had this reply never been queued: what taking it back leads to. */
export function turnWithoutReply(events: readonly TurnEvent[], messageId: string): Turn {
  return turnAfter(events.filter((event) => !isQueuing(event, messageId)))
}
