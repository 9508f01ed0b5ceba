import { z } from 'zod'
import {
  accuracyView,
  correctionBody,
  correctionPage,
  correctionQuery,
  histogramView,
  lineBody,
  ofReader,
  readerList,
  readerShares,
  sampleQuery,
  sampleView,
} from '../../../contract/readings.ts'
import { type Route, route } from '../../access/route.ts'
import { drawSample } from './accuracy/draw-sample.ts'
import { readAccuracy } from './accuracy/read-accuracy.ts'
import { readShares } from './accuracy/read-shares.ts'
import { fitRoutes } from './fit-routes.ts'
import { correctReading } from './corrections/correct-reading.ts'
import { listCorrections } from './corrections/list-corrections.ts'
import { takeBackCorrections } from './corrections/take-back-corrections.ts'
import { countReadings } from './lines/count-readings.ts'
import { listReaders } from './lines/list-readers.ts'
import { moveLine } from './lines/move-line.ts'

const byId = z.object({ id: z.string() })

const corrections: Route[] = [
  route({
    method: 'POST',
    path: '/posts/:id/corrections',
    right: 'conversation.answer',
    summary: 'Say what a post is, instead of a reader, or that the reader is right.',
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
  route({
    method: 'GET',
    path: '/corrections',
    right: 'reading.read',
    summary: 'What people said instead of the readers, or to confirm them; the newest first.',
    query: correctionQuery,
    answer: correctionPage,
    act: ({ tx, who, query }) => listCorrections(tx, who, query),
  }),
]

const figures: Route[] = [
  route({
    method: 'GET',
    path: '/readers',
    right: 'conversation.read',
    summary: 'The readers, what they can say, and their lines.',
    answer: readerList,
    act: ({ tx, who }) => listReaders(tx, who.workspaceId),
  }),
  route({
    method: 'PUT',
    path: '/reader-line',
    right: 'reading.change',
    summary: 'Move the line below which a reading does not count.',
    body: lineBody,
    answer: readerList,
    act: async ({ tx, who, body }) => {
      await moveLine(tx, who, body)
      return listReaders(tx, who.workspaceId)
    },
  }),
  route({
    method: 'GET',
    path: '/reader-histogram',
    right: 'reading.read',
    summary: 'How sure the readings of the last 30 days were, and so which share a line keeps.',
    query: ofReader,
    answer: histogramView,
    act: ({ tx, who, query }) => countReadings(tx, who.workspaceId, query),
  }),
  route({
    method: 'GET',
    path: '/reader-shares',
    right: 'reading.read',
    summary: 'How often each reader is right, of posts drawn by chance.',
    answer: readerShares,
    act: ({ tx, who }) => readShares(tx, who),
  }),
  route({
    method: 'GET',
    path: '/reader-accuracy',
    right: 'reading.read',
    summary: 'How often a reader is right, by what people said, with intervals.',
    query: ofReader,
    answer: accuracyView,
    act: ({ tx, who, query }) => readAccuracy(tx, who, query.reader),
  }),
  route({
    method: 'GET',
    path: '/reader-sample',
    right: 'reading.read',
    summary: 'Posts drawn by chance that nobody has judged yet.',
    query: sampleQuery,
    answer: sampleView,
    act: ({ tx, who, query }) => drawSample(tx, who, query),
  }),
]

/** What people say of the readings, where the lines lie, and how often the readers are right. */
export const readingRoutes: Route[] = [...corrections, ...figures, ...fitRoutes]
