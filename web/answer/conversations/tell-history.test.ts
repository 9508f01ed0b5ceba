import { describe, expect, it } from 'vitest'
import { speak, t } from '../../live/text.ts'
import { tellHistory } from './tell-history.ts'

function row(name: string, details: Record<string, unknown> = {}) {
  return { id: 'h1', name, at: '2026-11-20T09:00:00Z', by: null, details }
}

const help = { id: 'd1', name: 'Help desk' }
const tomas = { id: 'u2', name: 'Tomás' }

describe('the history of a conversation', () => {
  it.each([
    [row('conversation.routed', { department: help }), 'Went to Help desk', 'Ging an Help desk'],
    [
      row('conversation.assigned', { assignee: tomas, department: help, reason: 'knows the bike' }),
      'Given to Tomás, Help desk. knows the bike',
      'Gegeben an Tomás, Help desk. knows the bike',
    ],
    [row('conversation.assigned', { assignee: null }), 'Given to Nobody.', 'Gegeben an Niemand.'],
    [
      row('conversation.set_aside', { reason: 'not_ours' }),
      'Set aside: Not ours',
      'Beiseitegelegt: Betrifft uns nicht',
    ],
    [row('conversation.turn_changed', { turn: 'theirs' }), 'Their turn, by hand', 'Sie sind dran, von Hand'],
    [row('reply.failed'), 'The reply was not sent.', 'Die Antwort wurde nicht gesendet.'],
    [row('message.received'), 'They wrote', 'Sie haben geschrieben'],
  ])('tells %o', async (happened, english, german) => {
    await speak('en')
    expect(tellHistory(happened, t)).toBe(english)
    await speak('de')
    expect(tellHistory(happened, t)).toBe(german)
  })

  it('leaves out what has no sentence', () => expect(tellHistory(row('search.indexed'), t)).toBeUndefined())
})
