import { z } from 'zod'
import { correctionBody } from '../../../contract/topics.ts'
import { type Route, route } from '../../access/route.ts'
import { correctReading, takeBackCorrections } from './correct-reading.ts'

const byId = z.object({ id: z.string() })

/** Corrections of what the readers say. */
export const readingRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/posts/:id/corrections',
    right: 'conversation.answer',
    summary: 'Say what a post is, instead of a reader.',
    params: byId,
    body: correctionBody,
    answer: z.object({ id: z.string() }),
    status: 201,
    act: async ({ tx, who, params, body }) => ({ id: await correctReading(tx, who, { ...body, postId: params.id }) }),
  }),
  route({
    method: 'DELETE',
    path: '/posts/:id/corrections',
    right: 'conversation.answer',
    summary: 'Let the reader count again; of all readers, or the one named.',
    params: byId,
    query: z.strictObject({ reader: z.string().max(40).optional() }),
    answer: null,
    status: 204,
    act: async ({ tx, who, params, query }) => {
      await takeBackCorrections(tx, who, { postId: params.id, reader: query.reader })
      return undefined
    },
  }),
]
