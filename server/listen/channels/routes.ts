import { z } from 'zod'
import {
  channelBody,
  channelChange,
  channelKind,
  channelMade,
  channelMeterPage,
  channelNotePage,
  channelPage,
  channelQuery,
  channelTrial,
  channelTrialAnswer,
  channelView,
  opmlAnswer,
  opmlBody,
  signInAnswer,
  signInBody,
  signInReturn,
} from '../../../contract/channels.ts'
import { id, pageOf } from '../../../contract/page.ts'
import type { Route } from '../../access/route.ts'
import { route } from '../../access/route.ts'
import { beginSignIn } from './begin-sign-in.ts'
import { changeChannel } from './change-channel.ts'
import type { ChannelParts } from './channel-parts.ts'
import { createChannel } from './create-channel.ts'
import { finishSignIn } from './finish-sign-in.ts'
import { importOpml } from './import-opml.ts'
import { listChannels, readChannel } from './list-channels.ts'
import { listKinds } from './list-kinds.ts'
import { listNotes } from './list-notes.ts'
import { listMeters } from './meters/list-meters.ts'
import { removeChannel } from './remove-channel.ts'
import { retryChannel } from './retry-channel.ts'
import { tryChannel } from './try-channel.ts'

const byId = z.object({ id })

/** Channels: the kinds there are, connecting one, its health and its log. */
export function channelRoutes(parts: ChannelParts): Route[] {
  return [...shownChannels(parts), ...connecting(parts), ...changing(parts), ...signingIn(parts)]
}

function shownChannels(parts: ChannelParts): Route[] {
  return [
    route({
      method: 'GET',
      path: '/channel-kinds',
      right: 'channel.read',
      summary: 'The networks there are, with the form for each',
      answer: pageOf(channelKind),
      act: () => Promise.resolve({ items: listKinds(parts), next: null }),
    }),
    route({
      method: 'GET',
      path: '/channels',
      right: 'channel.read',
      summary: 'The channels, by name, with their health',
      query: channelQuery,
      answer: channelPage,
      act: ({ query, ...ask }) => listChannels(parts, ask, query),
    }),
    route({
      method: 'GET',
      path: '/channels/:id',
      right: 'channel.read',
      summary: 'One channel',
      params: byId,
      answer: channelView,
      act: ({ params, ...ask }) => readChannel(parts, ask, params.id),
    }),
    route({
      method: 'GET',
      path: '/channels/:id/notes',
      right: 'channel.read',
      summary: "A channel's log, the newest line first",
      params: byId,
      query: channelQuery,
      answer: channelNotePage,
      act: ({ tx, params, query }) => listNotes(tx, params.id, query),
    }),
    route({
      method: 'GET',
      path: '/channels/:id/meters',
      right: 'channel.read',
      summary: "A channel's budgets, and how much of each is used in the running period",
      params: byId,
      answer: channelMeterPage,
      act: ({ tx, params }) => listMeters(tx, parts, params.id),
    }),
  ]
}

function connecting(parts: ChannelParts): Route[] {
  return [
    route({
      method: 'POST',
      path: '/channels',
      right: 'channel.change',
      summary: 'Connects a channel; a signing secret is shown this once',
      body: channelBody,
      answer: channelMade,
      status: 201,
      reach: async ({ body, ...ask }) => {
        const made = await createChannel(parts, ask, body)
        const channel = await ask.work((tx) => readChannel(parts, { tx, ...ask }, made.id))
        return { ...channel, notes: made.notes, ...(made.secret !== undefined && { secret: made.secret }) }
      },
    }),
    route({
      method: 'POST',
      path: '/channel-trials',
      right: 'channel.change',
      summary: 'Tries the settings of a channel and hears its first posts; keeps nothing',
      body: channelTrial,
      answer: channelTrialAnswer,
      reach: ({ body, ...ask }) => tryChannel(parts, ask, body),
    }),
    route({
      method: 'POST',
      path: '/opml-imports',
      right: 'channel.change',
      summary: 'Connects every feed of an OPML file',
      body: opmlBody,
      answer: opmlAnswer,
      act: ({ tx, who, body }) => importOpml(tx, parts, { who, opml: body.opml }),
    }),
  ]
}

function changing(parts: ChannelParts): Route[] {
  return [
    route({
      method: 'PATCH',
      path: '/channels/:id',
      right: 'channel.change',
      summary: 'Renames, pauses, resumes or changes the settings of a channel',
      params: byId,
      body: channelChange,
      answer: channelMade,
      reach: async ({ params, body, ...ask }) => {
        const notes = await changeChannel(parts, ask, { id: params.id, change: body })
        return { ...(await ask.work((tx) => readChannel(parts, { tx, ...ask }, params.id))), notes }
      },
    }),
    route({
      method: 'DELETE',
      path: '/channels/:id',
      right: 'channel.change',
      summary: 'Disconnects a channel and wipes its credentials; what it heard stays',
      params: byId,
      answer: null,
      status: 204,
      act: async ({ tx, who, params }) => {
        await removeChannel(tx, who, params.id)
        return undefined
      },
    }),
    route({
      method: 'POST',
      path: '/channels/:id/retries',
      right: 'channel.change',
      summary: "Asks a channel's network now",
      params: byId,
      answer: channelView,
      act: async ({ params, ...ask }) => {
        await retryChannel(ask.tx, ask.who, params.id)
        return readChannel(parts, ask, params.id)
      },
    }),
  ]
}

function signingIn(parts: ChannelParts): Route[] {
  return [
    route({
      method: 'POST',
      path: '/channel-sign-ins',
      right: 'channel.change',
      summary: "Begins a sign-in at a network and gives the address of the network's page",
      body: signInBody,
      answer: signInAnswer,
      reach: ({ body, ...ask }) => beginSignIn(parts, ask, body),
    }),
    route({
      method: 'POST',
      path: '/channel-sign-in-returns',
      right: 'channel.change',
      summary: 'Finishes a sign-in with what the network handed back',
      body: signInReturn,
      answer: channelMade,
      status: 201,
      reach: async ({ body, ...ask }) => {
        const { id: channelId, notes } = await finishSignIn(parts, ask, body)
        return { ...(await ask.work((tx) => readChannel(parts, { tx, ...ask }, channelId))), notes }
      },
    }),
  ]
}
