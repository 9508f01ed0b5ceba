import { z } from 'zod'
import { conversationPage, conversationQuery, conversationView, inboxCounts } from '../../../contract/conversations.ts'
import { type Route, route } from '../../access/route.ts'
import { countViews } from './count-views.ts'
import { listConversations } from './list-conversations.ts'
import type { FactsOfChannel } from './read-audience.ts'
import { readConversation } from './read-conversation.ts'

/** The lists and the whole of one conversation. What a network can do is asked of whoever knows the connectors. */
export function inboxRoutes(factsOf: FactsOfChannel): Route[] {
  return [
    route({
      method: 'GET',
      path: '/conversations',
      right: 'conversation.read',
      summary: 'Conversations you may see, newest activity first or by the clock.',
      query: conversationQuery,
      answer: conversationPage,
      act: ({ tx, who, query }) => listConversations(tx, who, query),
    }),
    route({
      method: 'GET',
      path: '/conversations/counts',
      right: 'conversation.read',
      summary: 'How many conversations wait in each view, counted up to 1,000.',
      answer: inboxCounts,
      act: ({ tx, who }) => countViews(tx, who),
    }),
    route({
      method: 'GET',
      path: '/conversations/:id',
      right: 'conversation.read',
      summary: 'One conversation with its messages, matches, history and reasons.',
      params: z.object({ id: z.string() }),
      answer: conversationView,
      act: ({ tx, who, params }) => readConversation(tx, who, params.id, factsOf),
    }),
  ]
}
