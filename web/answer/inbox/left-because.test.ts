import { describe, expect, it } from 'vitest'
import type { ConversationSummary, InboxView } from '../../../contract/conversations.ts'
import { speak, t } from '../../live/text.ts'
import { leftBecause } from './left-because.ts'

const me = 'u1'
const tomas = { id: 'u2', name: 'Tomás' }
const help = { id: 'd1', name: 'Help desk' }
const now: ConversationSummary = {
  id: 'c1',
  turn: 'ours',
  person: { id: 'p1', name: 'Mara', handle: '@mara' },
  channel: { id: 'n1', kind: 'mastodon', name: 'Mastodon' },
  topics: [],
  department: help,
  assignee: null,
  lastMessage: null,
  messageCount: 1,
  openedAt: '2026-11-20T09:00:00Z',
  lastActivityAt: '2026-11-20T09:00:00Z',
  unread: false,
  hasDraft: false,
  snoozedUntil: null,
  snoozedUntilReply: false,
  proposedEnding: null,
  copies: null,
  may: { reply: true, note: true, assign: true, changeTurn: true },
}

const cases: [InboxView, Partial<ConversationSummary>, string, string][] = [
  ['mine', { assignee: tomas }, 'Tomás took it', 'Tomás hat es übernommen'],
  ['team', { assignee: { id: me, name: 'Olga' } }, 'It is yours now', 'Jetzt hast du es'],
  ['unrouted', {}, 'Went to Help desk', 'Ging an Help desk'],
  ['team', { department: null }, 'No longer fits this view', 'Passt nicht mehr in diese Ansicht'],
  ['mine', { turn: 'theirs', assignee: tomas }, 'Now: Their turn', 'Jetzt: Sie sind dran'],
  ['theirs', {}, 'Now: Our turn', 'Jetzt: Wir sind dran'],
  ['snoozed', {}, 'Back from its snooze', 'Nicht mehr zurückgestellt'],
  ['snoozed', { turn: 'ended' }, 'They ended it', 'Sie haben es beendet'],
  ['team', { copies: { id: 'g1', count: 3, ours: 3 } }, 'A newer copy stands on top', 'Eine neuere Kopie steht oben'],
]

describe('a conversation that left the view', () => {
  it.each(cases)('%s %o says why: %s', async (view, change, english, german) => {
    await speak('en')
    expect(leftBecause(view, { ...now, ...change }, me, t)).toBe(english)
    await speak('de')
    expect(leftBecause(view, { ...now, ...change }, me, t)).toBe(german)
  })
})
