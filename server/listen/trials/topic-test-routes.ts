import { z } from 'zod'
import { id } from '../../../contract/page.ts'
import {
  exampleBody,
  exampleCheckBody,
  exampleCheckReply,
  examplePage,
  exampleView,
  markBody,
  markReply,
} from '../../../contract/topic-trials.ts'
import type { Route } from '../../access/route.ts'
import { route } from '../../access/route.ts'
import { addExample } from './add-example.ts'
import { listExamples, readExample } from './list-examples.ts'
import { markPost } from './mark-post.ts'
import { readPrecision } from './read-precision.ts'
import { removeExample } from './remove-example.ts'
import type { TrialParts } from './try-query.ts'
import { unmarkPost } from './unmark-post.ts'

type Parts = Pick<TrialParts, 'channelKinds'>

const byId = z.object({ id })

/** What tells whether a topic's query is good: examples that it must find or must not, and marks on what it found. */
export function topicTestRoutes(parts: Parts): Route[] {
  return [...exampleChecks(parts), ...exampleChanges(parts), ...markRoutes(parts)]
}

function exampleChecks({ channelKinds }: Parts): Route[] {
  return [
    route({
      method: 'GET',
      path: '/topics/:id/examples',
      right: 'topic.read',
      summary: 'What a topic must find and must not find, and whether it does',
      params: byId,
      answer: examplePage,
      act: async ({ tx, who, params }) => {
        const { items } = await listExamples(tx, who, { topicId: params.id, channelKinds })
        return { items, next: null }
      },
    }),
    route({
      method: 'POST',
      path: '/topics/:id/example-checks',
      right: 'topic.read',
      asksOnly: true,
      summary: "Holds a topic's examples against a query that is not saved",
      params: byId,
      body: exampleCheckBody,
      answer: exampleCheckReply,
      act: ({ tx, who, params, body }) => listExamples(tx, who, { topicId: params.id, ...body, channelKinds }),
    }),
  ]
}

function exampleChanges({ channelKinds }: Parts): Route[] {
  return [
    route({
      method: 'POST',
      path: '/topics/:id/examples',
      right: 'topic.change',
      summary: 'Keeps a text or a stored post that the topic must find, or must not find',
      params: byId,
      body: exampleBody,
      answer: exampleView,
      status: 201,
      act: async ({ tx, who, params, body }) =>
        readExample(tx, who, {
          id: await addExample(tx, who, { ...body, topicId: params.id }),
          topicId: params.id,
          channelKinds,
        }),
    }),
    route({
      method: 'DELETE',
      path: '/topics/:id/examples/:exampleId',
      right: 'topic.change',
      summary: 'Takes an example away',
      params: z.object({ id, exampleId: id }),
      answer: null,
      status: 204,
      act: async ({ tx, who, params }) => {
        await removeExample(tx, who, { topicId: params.id, exampleId: params.exampleId })
        return undefined
      },
    }),
  ]
}

function markRoutes(parts: Parts): Route[] {
  const params = z.object({ id, postId: id })
  return [
    route({
      method: 'PUT',
      path: '/topics/:id/marks/:postId',
      right: 'topic.read',
      summary: 'Says whether a topic is right about a post; its conversation stays as it is',
      params,
      body: markBody,
      answer: markReply,
      act: async ({ tx, who, params: { id: topicId, postId }, body }) => {
        await markPost(tx, who, { topicId, postId, ...body })
        return readPrecision(tx, who, { topicId, ...parts })
      },
    }),
    route({
      method: 'DELETE',
      path: '/topics/:id/marks/:postId',
      right: 'topic.read',
      summary: 'Takes back what was said of a post',
      params,
      answer: markReply,
      act: async ({ tx, who, params: { id: topicId, postId } }) => {
        await unmarkPost(tx, who, { topicId, postId })
        return readPrecision(tx, who, { topicId, ...parts })
      },
    }),
  ]
}
