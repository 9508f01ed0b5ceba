import { z } from 'zod'
import {
  proposalDecision,
  proposalPage,
  proposalQuery,
  refinerBody,
  refinerRequest,
  refinerTrial,
  refinerTrialAnswer,
  refinerView,
} from '../../../contract/refiner.ts'
import { type Route, route } from '../../access/route.ts'
import type { OutsideFetch } from '../../lib/fetch.ts'
import { decideProposal } from './refiner/decide-proposal.ts'
import { listProposals } from './refiner/list-proposals.ts'
import { requestRefining } from './refiner/request-refining.ts'
import { setUpRefiner } from './refiner/set-up-refiner.ts'
import { showRefiner } from './refiner/show-refiner.ts'
import { tryRefiner } from './refiner/try-refiner.ts'

/** A large model of one's own: set up by who manages the workspace, its proposals decided by who answers. */
export function refinerRoutes(fetch: OutsideFetch): Route[] {
  return [...settingUp(fetch), ...proposals]
}

function settingUp(fetch: OutsideFetch): Route[] {
  return [
    route({
      method: 'GET',
      path: '/refiner',
      right: 'workspace.change',
      summary: 'The large model that may be asked where a reader is unsure, and what it was asked today.',
      answer: refinerView,
      act: ({ tx, who }) => showRefiner(tx, who.workspaceId),
    }),
    route({
      method: 'PUT',
      path: '/refiner',
      right: 'workspace.change',
      summary: 'Set the refiner up, on or off.',
      body: refinerBody,
      answer: refinerView,
      act: async ({ tx, who, body, keyring }) => {
        await setUpRefiner(tx, who, { body, keyring })
        return showRefiner(tx, who.workspaceId)
      },
    }),
    route({
      method: 'POST',
      path: '/refiner-trials',
      right: 'workspace.change',
      summary: 'Ask a refiner about a text of your own; keeps nothing.',
      body: refinerTrial,
      answer: refinerTrialAnswer,
      asksOnly: true,
      reach: ({ work, who, body, keyring, signal }) =>
        tryRefiner({ fetch, signal }, { work, workspaceId: who.workspaceId, keyring, body }),
    }),
  ]
}

const proposals: Route[] = [
  route({
    method: 'POST',
    path: '/refiner-requests',
    right: 'conversation.answer',
    summary: 'Have the refiner asked about a post.',
    body: refinerRequest,
    answer: z.object({ state: z.literal('waiting') }),
    status: 202,
    act: async ({ tx, who, body }) => {
      await requestRefining(tx, who, body.postId)
      return { state: 'waiting' as const }
    },
  }),
  route({
    method: 'GET',
    path: '/refiner-proposals',
    right: 'reading.read',
    summary: 'What the refiner proposes and nobody has decided on.',
    query: proposalQuery,
    answer: proposalPage,
    act: ({ tx, who, query }) => listProposals(tx, who, query),
  }),
  route({
    method: 'POST',
    path: '/refiner-proposals/:id/decisions',
    right: 'conversation.answer',
    summary: 'Take a proposal as your own word, or let it go.',
    params: z.object({ id: z.string() }),
    body: proposalDecision,
    answer: null,
    status: 204,
    act: async ({ tx, who, params, body }) => {
      await decideProposal(tx, who, { ...body, id: params.id })
      return undefined
    },
  }),
]
