import type { ConversationSummary, InboxView } from '../../../contract/conversations.ts'

/** Every view of the inbox, in its order. */
export const inboxViews: readonly InboxView[] = [
  'mine',
  'team',
  'unrouted',
  'theirs',
  'resting',
  'snoozed',
  'ended',
  'set_aside',
  'all',
]

/** Those that wait for us show first what runs out first; the others what changed last. */
export function sortOf(view: InboxView): 'clock' | 'newest' {
  return view === 'mine' || view === 'team' || view === 'unrouted' ? 'clock' : 'newest'
}

/**
 * Whether a conversation that the person here has just changed may still stand in the view. A guess for the moment until
 * the server, which alone decides, was asked again.
 */
export function mayStillFit(view: InboxView, conversation: ConversationSummary, me: string): boolean {
  const { turn, assignee, department, snoozedUntil, snoozedUntilReply } = conversation
  const isSnoozed = snoozedUntil !== null || snoozedUntilReply
  const waitsForUs = turn === 'ours' && !isSnoozed
  const fits: Record<InboxView, boolean> = {
    mine: waitsForUs && assignee?.id === me,
    team: waitsForUs && assignee === null && department !== null,
    unrouted: waitsForUs && department === null,
    theirs: turn === 'theirs' && !isSnoozed,
    resting: turn === 'resting' && !isSnoozed,
    ended: turn === 'ended',
    set_aside: turn === 'set_aside',
    snoozed: isSnoozed,
    all: true,
  }
  return fits[view]
}
