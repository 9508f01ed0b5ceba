import { z } from 'zod'
import { id, pageOf } from '../../../contract/page.ts'
import { queryDiagnostic } from '../../../contract/query.ts'
import { queryTree } from '../../../contract/query-tree.ts'
import {
  postPage,
  postQuery,
  topicBody,
  topicChange,
  topicPage,
  topicQuery,
  topicVersionView,
  topicView,
  trialBody,
} from '../../../contract/topics.ts'
import type { Route } from '../../access/route.ts'
import { route } from '../../access/route.ts'
import { changeTopic } from './change-topic.ts'
import { createTopic } from './create-topic.ts'
import type { KeptWordCounts } from './keep-word-counts.ts'
import { keepWordCounts } from './keep-word-counts.ts'
import { listPosts } from './list-posts.ts'
import { listTopics, readTopic } from './list-topics.ts'
import { listVersions } from './list-versions.ts'
import { presentTree } from './present-tree.ts'
import { removeTopic } from './remove-topic.ts'
import { checkQueryHere, readNames } from './topic-names.ts'

const byId = z.object({ id })

/** Topics, their versions, checking a query, and the posts they found. `channelKinds` is what `channel:` may name. */
export function topicRoutes(channelKinds: readonly string[], words: KeptWordCounts = keepWordCounts()): Route[] {
  return [...readTopics(channelKinds), ...changeTopics(channelKinds), ...queries(channelKinds, words)]
}

function readTopics(channelKinds: readonly string[]): Route[] {
  return [
    route({
      method: 'GET',
      path: '/topics',
      right: 'topic.read',
      summary: 'The topics, by name',
      query: topicQuery,
      answer: topicPage,
      act: ({ tx, who, query }) => listTopics(tx, who, { ...query, channelKinds }),
    }),
    route({
      method: 'GET',
      path: '/topics/:id',
      right: 'topic.read',
      summary: 'One topic',
      params: byId,
      answer: topicView,
      act: ({ tx, who, params }) => readTopic(tx, who, { id: params.id, channelKinds }),
    }),
    route({
      method: 'GET',
      path: '/topics/:id/versions',
      right: 'topic.read',
      summary: "Every version of a topic's query, the newest first",
      params: byId,
      answer: pageOf(topicVersionView),
      act: async ({ tx, who, params }) => ({ items: await listVersions(tx, who, params.id), next: null }),
    }),
  ]
}

function changeTopics(channelKinds: readonly string[]): Route[] {
  return [
    route({
      method: 'POST',
      path: '/topics',
      right: 'topic.change',
      summary: 'Makes a topic',
      body: topicBody,
      answer: topicView,
      status: 201,
      act: async ({ tx, who, body }) =>
        readTopic(tx, who, { id: await createTopic(tx, who, { body, channelKinds }), channelKinds }),
    }),
    route({
      method: 'PATCH',
      path: '/topics/:id',
      right: 'topic.change',
      summary: 'Changes a topic, or switches it on or off',
      params: byId,
      body: topicChange,
      answer: topicView,
      act: async ({ tx, who, params, body }) => {
        await changeTopic(tx, who, { id: params.id, change: body, channelKinds })
        return readTopic(tx, who, { id: params.id, channelKinds })
      },
    }),
    route({
      method: 'DELETE',
      path: '/topics/:id',
      right: 'topic.change',
      summary: 'Takes a topic away; what it found stays',
      params: byId,
      answer: null,
      status: 204,
      act: async ({ tx, who, params }) => {
        await removeTopic(tx, who, params.id)
        return undefined
      },
    }),
  ]
}

/** So long a check waits for the words of the last 30 days to be counted for the first time. */
const mostMilliseconds = 250

function queries(channelKinds: readonly string[], words: KeptWordCounts): Route[] {
  return [
    route({
      method: 'POST',
      path: '/query-checks',
      right: 'topic.read',
      asksOnly: true,
      summary: 'Says what is wrong with a query, and where, and how it is read',
      body: trialBody,
      answer: z.object({ diagnostics: z.array(queryDiagnostic), tree: queryTree.nullable() }),
      reach: async ({ work, who, body }) => {
        const names = await work(readNames)
        // Which words posts hold is for those who may try queries on them.
        const counts = who.rights.has('topic.change')
          ? await words.of(who.workspaceId, work, mostMilliseconds)
          : undefined
        const { diagnostics } = checkQueryHere(body.query, { names: { ...names, words: counts }, channelKinds })
        return { diagnostics, tree: presentTree(body.query) }
      },
    }),
    route({
      method: 'GET',
      path: '/posts',
      right: 'topic.read',
      summary: 'Kept posts, the newest first, with what matched and how they read',
      query: postQuery,
      answer: postPage,
      act: ({ tx, who, query }) => listPosts(tx, who, query),
    }),
  ]
}
