import { z } from 'zod'
import { heldDecisionBody, replyAnswer, replyBody } from '../../../contract/conversations.ts'
import { type Route, route } from '../../access/route.ts'
import { mustSee } from '../conversations/see-conversation.ts'
import type { FactsOfChannel } from '../inbox/read-audience.ts'
import { decideHeldReply } from './decide-held-reply.ts'
import { queueReply } from './queue-reply.ts'
import { takeBackReply } from './take-back-reply.ts'

/** Answering: queue a reply, take it back while it has not left, decide about one that is held. */
export function replyRoutes(factsOf: FactsOfChannel): Route[] {
  return [
    route({
      method: 'POST',
      path: '/conversations/:id/replies',
      right: 'conversation.answer',
      summary: 'Answer in the customer’s own channel. It leaves once, after the time to take it back.',
      params: z.object({ id: z.string() }),
      body: replyBody,
      answer: replyAnswer,
      status: 202,
      act: async ({ tx, who, params, body }) => {
        await mustSee(tx, who, params.id)
        return queueReply(tx, { who, conversationId: params.id, factsOf }, body)
      },
    }),
    route({
      method: 'DELETE',
      path: '/conversations/:id/replies/:replyId',
      right: 'conversation.answer',
      summary: 'Take a reply back that has not left yet.',
      params: z.object({ id: z.string(), replyId: z.string() }),
      answer: null,
      status: 204,
      act: async ({ tx, who, params }) => {
        await mustSee(tx, who, params.id)
        const on = { workspaceId: who.workspaceId, conversationId: params.id, by: who.colleagueId }
        await takeBackReply(tx, on, params.replyId)
        return undefined
      },
    }),
    route({
      method: 'POST',
      path: '/conversations/:id/replies/:replyId/decisions',
      right: 'conversation.answer',
      summary: 'Say what became of a reply that failed or that nobody can tell about.',
      params: z.object({ id: z.string(), replyId: z.string() }),
      body: heldDecisionBody,
      answer: null,
      status: 204,
      act: async ({ tx, who, params, body }) => {
        await mustSee(tx, who, params.id)
        const on = { workspaceId: who.workspaceId, conversationId: params.id, by: who.colleagueId }
        await decideHeldReply(tx, { ...on, messageId: params.replyId }, body.decision)
        return undefined
      },
    }),
  ]
}
